import { siteOf } from '../../consent/owners';
import type { FramePress, FrameState } from '../../protocol/banner-messages';
import type { MessageName, Request, Response } from '../../protocol/messages';
import type { BannerControl, BannerReading } from '../../protocol/walk/banner';
import type { SiteData, WalkFacts } from '../../protocol/walk/walk-messages';
import { recordersOf } from '../audit/recorders-of';
import type { WalkPorts } from './ports';

type Sought = Pick<BannerControl, 'selector' | 'label' | 'role'>;

/** Our scripts in the frames of a page, as one. A frame that goes away meanwhile tells nothing. */
export function createWalkFrames({ page, data }: Pick<WalkPorts, 'page' | 'data'>) {
  async function ask<N extends MessageName>(
    tabId: number,
    frameId: number,
    name: N,
    request: Request<N>,
  ): Promise<Response<N> | null> {
    return page.send(tabId, frameId, name, request).catch(() => null);
  }

  const framesOf = async (tabId: number): Promise<number[]> =>
    (await page.injectBanner(tabId)).toSorted((a, b) => a - b);

  const top = async (tabId: number): Promise<FrameState | null> =>
    (await framesOf(tabId)).includes(0) ? ask(tabId, 0, 'banner.state', undefined) : null;

  interface Seen {
    readonly frameId: number;
    readonly reading: BannerReading;
  }

  async function banners(tabId: number): Promise<Seen[]> {
    const frames = await framesOf(tabId);
    const read = await Promise.all(
      frames.map(async (frameId) => ({
        frameId,
        reading: await ask(tabId, frameId, 'banner.read', undefined),
      })),
    );
    return read.flatMap(({ frameId, reading }) => (reading ? [{ frameId, reading }] : []));
  }

  /** The banner of the page's own document, or of one of its frames; visible ones first. */
  async function banner(tabId: number): Promise<BannerReading | null> {
    const seen = await banners(tabId);
    const best = seen.find(({ reading }) => reading.visible) ?? seen[0];
    if (best === undefined) return null;
    const move = mover(await offset(tabId, best.frameId));
    const { reading } = best;
    // The language that counts is that of the page, not of a frame in it.
    const page = best.frameId === 0 ? null : await top(tabId);
    return {
      ...reading,
      lang: { ...reading.lang, page: page?.lang ?? reading.lang.page },
      box: move(reading.box),
      controls: reading.controls.map((control) => ({ ...control, box: move(control.box) })),
    };
  }

  /** From a frame's own viewport to the page's; where the frame can't be found, its own stay. */
  async function offset(tabId: number, frameId: number): Promise<{ x: number; y: number }> {
    const none = { x: 0, y: 0 };
    if (frameId === 0) return none;
    const state = await ask(tabId, frameId, 'banner.state', undefined);
    if (state === null) return none;
    return (await ask(tabId, 0, 'banner.frameBox', { url: state.url })) ?? none;
  }

  /** The frame that a control is in: the one whose banner has it, or the one with a banner. */
  async function frameOf(tabId: number, sought: Sought): Promise<number> {
    const seen = await banners(tabId);
    const has = ({ reading }: Seen) =>
      [...reading.controls, ...reading.toggles].some(
        ({ selector, label }) => selector === sought.selector && label === sought.label,
      );
    return (seen.find(has) ?? seen[0])?.frameId ?? 0;
  }

  async function press(
    tabId: number,
    sought: Sought,
    how: (frameId: number) => Promise<FramePress | null>,
  ): Promise<FramePress | null> {
    const frameId = await frameOf(tabId, sought);
    const by = await offset(tabId, frameId);
    const pressed = await how(frameId);
    return pressed && { ...pressed, box: mover(by)(pressed.box) };
  }

  /** What the site keeps here, by name; null: its page tells nothing. */
  async function siteData(tabId: number, url: string): Promise<SiteData | null> {
    const state = await top(tabId);
    if (state === null) return null;
    const site = siteOf(url);
    const cookies = (await data.cookies(tabId, site)) ?? ownCookies(state, url);
    const stored = await namesStored(tabId);
    return {
      site,
      cookies: grouped(cookies, ({ domain }) => domain).map(([host, all]) => ({
        host,
        names: all.map(({ name }) => name),
      })),
      stored: grouped(stored, ({ area, origin }) => `${area} ${origin}`).flatMap(([, all]) => {
        const [first] = all;
        if (first === undefined) return [];
        const { origin, area } = first;
        return [{ origin, area, names: all.map(({ name }) => name) }];
      }),
    };
  }

  /** Names that every frame of the site keeps, each once. */
  async function namesStored(tabId: number): Promise<WalkFacts['stored']> {
    const found = new Map<string, WalkFacts['stored'][number]>();
    for (const frameId of await framesOf(tabId)) {
      const state = await ask(tabId, frameId, 'banner.state', undefined);
      const names = state && (await ask(tabId, frameId, 'banner.stored', undefined));
      for (const one of names ?? []) {
        const origin = state?.origin ?? '';
        found.set(`${one.area} ${one.name} ${origin}`, { ...one, origin });
      }
    }
    return [...found.values()].slice(0, 5_000);
  }

  async function facts(tabId: number, url: string): Promise<WalkFacts> {
    const state = await top(tabId);
    const timelines: WalkFacts['timelines'] = [];
    for (const frameId of await framesOf(tabId)) {
      const told = await ask(tabId, frameId, 'scanner.timeline', undefined);
      const own = frameId === 0 || (told === null && (await isOwn(tabId, frameId, state)));
      // Frames of other sites have no probe; what they send, DevTools' log tells.
      if (told !== null || own) timelines.push(told);
    }
    const cookies =
      (await data.cookies(tabId, siteOf(url))) ?? (state ? ownCookies(state, url) : []);
    return {
      url: state?.url ?? url,
      title: state?.title ?? '',
      timelines,
      recorders: recordersOf(await page.readFacts(tabId).catch(() => [])),
      cookies: cookies.slice(0, 2_000),
      stored: await namesStored(tabId),
    };
  }

  async function isOwn(tabId: number, frameId: number, top: FrameState | null): Promise<boolean> {
    return (await ask(tabId, frameId, 'banner.state', undefined))?.origin === top?.origin;
  }

  /** Has every frame clear what its own script can. */
  async function clear(tabId: number): Promise<void> {
    const frames = await framesOf(tabId);
    await Promise.all(frames.map((frameId) => ask(tabId, frameId, 'banner.clear', undefined)));
  }

  /** Nothing of ours is drawn on the page any more. */
  async function unframe(tabId: number): Promise<void> {
    for (const frameId of await framesOf(tabId)) {
      await ask(tabId, frameId, 'banner.show', { selector: null });
    }
  }

  return {
    ask,
    unframe,
    top,
    banner,
    siteData,
    facts,
    clear,
    guide: (tabId: number, id: string, sought: Sought) =>
      press(tabId, sought, (frameId) => page.send(tabId, frameId, 'banner.guide', { id, sought })),
    press: (tabId: number, sought: Sought) =>
      press(tabId, sought, (frameId) => page.send(tabId, frameId, 'banner.press', { sought })),
    reopeners: async (tabId: number) =>
      (await top(tabId)) ? ((await ask(tabId, 0, 'banner.reopeners', undefined)) ?? []) : [],
  };
}

/** Without the permission: names that a script can see, and nothing of the HttpOnly ones. */
const ownCookies = ({ cookieNames }: FrameState, url: string): WalkFacts['cookies'] =>
  cookieNames.map((name) => ({
    name,
    domain: new URL(url).hostname,
    httpOnly: false,
    expires: null,
  }));

const mover =
  (by: { readonly x: number; readonly y: number }) =>
  <T extends { x: number; y: number }>(box: T): T => ({ ...box, x: box.x + by.x, y: box.y + by.y });

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups];
}
