import { HushmapError } from '../../core/errors';
import { toleranceOf } from '../../heatmap/anchors/snap';
import { DEFAULT_HEAT_SETTINGS, type HeatSettings, type MapSummary } from '../../protocol/heat';
import type { OverlayComparison } from '../../protocol/heat-comparison';
import type { Parsed } from '../../protocol/messages';
import { showAnchored } from './anchored';
import { ask } from './ask';
import { createBandsLayer } from './bands-layer';
import { comparisonOnDemand } from './comparison-on-demand';
import { dom } from './dom';
import { createElementReporter, type Told } from './element-reporter';
import { followPage } from './follow';
import { createHost } from './host';
import type { LiveHeat } from './live-heat';
import { locate } from './locate';
import { createMarks } from './marks';
import { measureTargets } from './measure-targets';
import { createPainter } from './painter';
import { createParts } from './parts';
import type { OverlayPorts } from './ports';
import { createPoser, type Pose } from './pose';
import { type ReanchoredHeat, showReanchored } from './reanchored';
import { ElementRefs } from './refs';
import { seeThrough } from './see-through';
import { createTileStore } from './tile-store';
import { createTools } from './tools';
import { bandsOf, numbersOf } from './who-is-shown';

/**
 * Lays heat over the page that it runs in, until the signal aborts or the background says so; then
 * nothing of it is left. It asks the background what to draw, and again when the page has another
 * address or width, and fetches only the cells near the viewport.
 */
export function startOverlay(
  view: Window & typeof globalThis,
  ports: OverlayPorts,
): AbortController {
  const life = new AbortController();
  const { signal } = life;
  const refs = new ElementRefs();
  const host = createHost(view.document, signal);
  const marks = createMarks(host.root);
  const parts = createParts((part) => ask(() => ports.part({ part }), signal), giveUp);
  const classic = () => parts.get('classic', repaintSoon);
  const painter = createPainter(host.stage, classic);
  const poser = createPoser(view, host.root.host, signal);
  const bands = createBandsLayer(host.stage, host.root, ports.translate);
  const tools = createTools(
    { view, host, marks, refs, ports, parts },
    { chunks: () => live?.chunks ?? tiles.chunks, scaleX: () => (live?.chunks ? 1 : scaleX()) },
    tellElements,
    () => reporter.soon(),
    signal,
  );
  const reportPorts = { ...ports, refs, zones: tools.zones, onFailure: giveUp, onTold };
  const reporter = createElementReporter(view, reportPorts, signal);
  const tiles = createTileStore({
    fetch: (mapId, index) => ask(() => ports.tile({ mapId, index }), signal),
    onTiles: () => {
      byPlace?.setTiles(tiles.chunks);
      repaintSoon();
    },
    onFailure: onTileFailure,
  });
  const page = followPage(
    view,
    {
      onMove: repaintSoon,
      onLayout: () => {
        live?.onLayout();
        comparison.onLayout();
        reporter.soon();
      },
      onAddress: () => {
        // Heat of one page must not lie over another while that one's is on its way.
        if (pageOf(view) !== greetedPage) {
          greetedPage = pageOf(view);
          hellos++;
          tools.forget();
          show(settings, null, null);
        }
        greetSoon();
      },
    },
    signal,
  );

  const surroundings = {
    ...{ view, ports, classic, refs, zones: tools.zones },
    ...{ onChange: repaintSoon, onReadings: tools.setReadings, onFailure: onTileFailure },
  };
  const comparison = comparisonOnDemand(
    (onReady) => parts.get('comparison', onReady),
    (make) => make(host.root, host.stage, surroundings, signal),
    repaintSoon,
  );
  let compared = '';
  let live: LiveHeat | null = null;
  /** `live`, where a source gives places: found once the background has counted the elements. */
  let byPlace: ReanchoredHeat | null = null;
  let liveLife = new AbortController();
  let liveMap: string | null = null;
  let edition = '';
  let settings: HeatSettings = DEFAULT_HEAT_SETTINGS;
  let summary: MapSummary | null = null;
  const lostMaps = new Set<string>();
  let frame = 0;
  let hellos = 0;
  let greetedWidth = 0;
  let greetedPage = '';
  let greeting: ReturnType<typeof setTimeout> | undefined;

  /** Asks what to draw. Only the latest question's answer counts. */
  async function sayHello(): Promise<void> {
    const mine = ++hellos;
    greetedWidth = view.innerWidth;
    greetedPage = pageOf(view);
    try {
      const request = {
        url: view.location.href,
        viewportWidth: Math.round(view.innerWidth),
        pageHeight: dom.pageHeight(view.document),
      };
      const answer = await ask(() => ports.hello(request), signal);
      if (mine !== hellos || signal.aborted) return;
      show(answer.settings, answer.summary, answer.comparison);
      tellElements();
    } catch (cause) {
      giveUp(cause);
    }
  }

  function show(
    nextSettings: HeatSettings,
    nextSummary: MapSummary | null,
    nextCompared: OverlayComparison | null,
  ): void {
    settings = nextSettings;
    summary = nextSummary;
    const next = editionOf(summary);
    if (next !== edition) {
      tools.setReadings(null);
      // The same question has another answer: nothing of the old one may be left.
      tiles.open(null);
      liveMap = null;
    }
    edition = next;
    tiles.open(summary);
    openLive();
    const placed = summary?.anchors === 0 ? summary : null;
    reporter.setMap(placed && { mapId: placed.mapId, scaleX: scaleX() });
    comparison.show(settings, nextCompared);
    // Both are counted by element, and the background knows what was found only while it runs.
    if (nextCompared !== null && nextCompared.id !== compared) live?.tellAgain();
    compared = nextCompared?.id ?? '';
    setLook();
    bands.setLook(settings, bandsOf(settings, summary, nextCompared));
    tools.setLook(settings, numbersOf(settings, summary, nextCompared));
    const sample = summary?.provenance.kind === 'sample';
    marks.badge(sample ? ports.translate('heat.overlay.sampleData') : null);
    repaintSoon();
  }

  /** Heat by element is on its elements, wherever they are. */
  function openLive(): void {
    const mapId = summary?.mapId ?? null;
    if (mapId === liveMap) return;
    liveLife.abort();
    liveLife = new AbortController();
    liveMap = mapId;
    comparison.onTold(null);
    byPlace = null;
    const byElement = summary !== null && summary.anchors > 0 ? summary : null;
    live = byElement && showAnchored(byElement, surroundings, liveLife.signal);
  }

  /** Elements were counted: heat by place can go to those beneath it, within its band of widths. */
  function onTold(told: Told): void {
    comparison.onTold(told);
    const { boxes, shifts, readings, scaleX: scale } = told;
    if (readings !== null) tools.setReadings(readings);
    if (summary === null || (shifts === null && byPlace === null)) return;
    const tolerance = toleranceOf(summary.provenance, view.innerWidth);
    const { peak } = summary;
    byPlace ??= showReanchored({ ...surroundings, peak }, liveLife.signal);
    live = byPlace;
    byPlace.setTiles(tiles.chunks);
    // At other widths nothing new is found; what has its element stays with it.
    const surface = shifts === null ? { boxes: [], shifts: UNMOVED } : { boxes, shifts };
    byPlace.setSurface({
      ...surface,
      tolerance,
      scaleX: scale,
      element: (ref) => refs.get(ref),
    });
  }

  function setLook(): void {
    const peak = live?.peak ?? summary?.peak ?? 0;
    const shown = summary && { ...summary, peak };
    painter.setLook(shown === null ? settings : comparison.lookOfA(settings, shown), shown);
  }

  function tellElements(): void {
    live?.tellAgain();
    reporter.now();
  }

  function update(update: Parsed<'overlay.update'>): void {
    const { settings: told, summary: map, status } = update;
    if (status === 'loading') {
      // The answer that is still on its way knows more than this; only the look is news.
      show(told, summary, update.comparison);
      return;
    }
    const onlyLook = editionOf(map) === edition && !sameSettings(told, settings);
    // An answer that is still on its way knows less than this.
    hellos++;
    show(told, status === 'failed' ? null : map, update.comparison);
    if (!onlyLook) tellElements();
  }

  function repaintSoon(): void {
    if (frame !== 0 || signal.aborted) return;
    frame = view.requestAnimationFrame(() => {
      frame = 0;
      repaint();
    });
  }

  function repaint(): void {
    page.checkAddress();
    host.ensure();
    if (Math.abs(view.innerWidth - greetedWidth) > 1) greetSoon();
    const { width, height } = host.size();
    const { scrollX, scrollY, devicePixelRatio: dpr } = view;
    const ahead = [scrollY - height * AHEAD, scrollY + height * (1 + AHEAD)] as const;
    tiles.want(...ahead);
    comparison.want(...ahead);
    live?.follow();
    setLook();
    const chunks = live?.chunks ?? null;
    const scale = chunks === null ? scaleX() : 1;
    const shown = { scrollX, scrollY, width, height, dpr, scaleX: scale };
    const given = chunks ?? tiles.chunks;
    painter.paint(poser.below ? given.filter(({ fixed }) => !fixed) : given, shown);
    comparison.paint(shown, poser.below);
    if (summary?.bands) bands.paint(shown, dom.pageHeight(view.document));
    marks.follow();
    tools.follow();
  }

  /** Another width or address may mean another map; asked when the page has come to rest. */
  function greetSoon(): void {
    greetedWidth = view.innerWidth;
    clearTimeout(greeting);
    greeting = setTimeout(() => void sayHello(), GREET_MS);
  }

  /** Positions are of the recorded width: at that width as they are, else stretched to this one. */
  function scaleX(): number {
    const recorded = summary?.provenance.viewportWidth ?? view.innerWidth;
    return Math.abs(view.innerWidth - recorded) <= 1 ? 1 : view.innerWidth / recorded;
  }

  /** Shows one piece of the page for a picture, and answers when its heat is drawn. */
  async function pose(top: number | null): Promise<Pose | null> {
    marks.hide(top !== null);
    tools.posing(top !== null);
    comparison.hideMarks(top !== null);
    if (top === null) {
      poser.end();
      repaintSoon();
      return null;
    }
    const { width, height } = host.size();
    const size = { width: Math.round(width), height: Math.round(height) };
    const pose = poser.at(top, size);
    // The browser lays out and paints, and cells near the new place come.
    for (let i = 0; i < MOST_POSE_FRAMES; i++) {
      await new Promise((done) => setTimeout(done, POSE_MS));
      repaint();
      poser.hold();
      if (i > 1 && tiles.idle && comparison.idle) break;
    }
    return { ...pose, top: view.scrollY };
  }

  /** The extension is gone: so are we. All else leaves the picture as it is. */
  function giveUp(cause: unknown): void {
    if (cause instanceof HushmapError && cause.code === 'extension.reloaded') life.abort();
  }

  /** The saved map may have been deleted meanwhile: asking anew, once, brings it back. */
  function onTileFailure(cause: unknown): void {
    giveUp(cause);
    const gone = cause instanceof HushmapError && cause.code === 'page.gone';
    if (!gone || summary === null || lostMaps.has(summary.mapId)) return;
    lostMaps.add(summary.mapId);
    void sayHello();
  }

  ports.listen(
    {
      'overlay.update': update,
      'overlay.stop': () => life.abort(),
      ...tools.handlers,
      'overlay.pose': ({ top }) => pose(top),
      'overlay.locate': ({ anchors }) => locate({ view, ports, refs, signal }, anchors),
      'overlay.measure': ({ targets }) => ({
        mapId: summary?.mapId ?? null,
        scaleX: scaleX(),
        boxes: measureTargets(view, targets, ports.closedShadowRoot),
      }),
      'overlay.scrollTo': ({ ref }) => reveal(view, refs.get(ref)),
    },
    signal,
  );
  const heartbeat = setInterval(() => {
    if (!ports.alive()) life.abort();
  }, ALIVE_MS);
  signal.addEventListener('abort', () => {
    view.cancelAnimationFrame(frame);
    clearInterval(heartbeat);
    clearTimeout(greeting);
    liveLife.abort();
    painter.destroy();
    bands.destroy();
    comparison.destroy();
  });
  seeThrough(
    view,
    (visible) => {
      for (const stage of [host.stage, comparison.stage]) {
        if (stage !== null) stage.style.visibility = visible ? 'visible' : 'hidden';
      }
      tools.visible(visible);
    },
    signal,
  );
  void sayHello();
  return life;
}

const UNMOVED = { page: [], fixed: [] };

/** Viewports above and below for which cells are fetched ahead. */
const AHEAD = 1;
const GREET_MS = 400;
/** Between two looks at whether a piece of a picture is complete. */
const POSE_MS = 80;
const MOST_POSE_FRAMES = 40;
/** How long heat may outlive an extension that was reloaded. */
const ALIVE_MS = 1_000;

function sameSettings(a: HeatSettings, b: HeatSettings): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The page that an address leads to; a fragment is a place in it. */
const pageOf = ({ location }: Window): string =>
  location.origin + location.pathname + location.search;

/** A map keeps its id for a day; its answer may be fetched again, or held to a higher k. */
const editionOf = (summary: MapSummary | null): string =>
  summary === null ? '' : [summary.mapId, summary.provenance.fetchedAt, summary.k].join(' ');

function reveal(view: Window, element: Element | null): void {
  const calm = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (element === null) return;
  dom.scrollIntoView(element, {
    block: 'center',
    inline: 'nearest',
    behavior: calm ? 'instant' : 'smooth',
  });
}
