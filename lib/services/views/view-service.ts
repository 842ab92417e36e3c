import * as v from 'valibot';
import type { Clock } from '../../core/clock';
import { HushmapError } from '../../core/errors';
import { randomId } from '../../core/ids';
import { type Message, message } from '../../core/message';
import type { HeatSettings, HeatState } from '../../protocol/heat';
import type { Policy, SourceConfig } from '../../protocol/sources';
import {
  MOST_VIEWS,
  type SavedView,
  type View,
  type ViewNotice,
  type ViewOffer,
} from '../../protocol/views';
import { matchesPattern } from '../../sources/page-pattern';
import { plainAddress, templateOf } from '../../sources/propose-patterns';
import type { PerTab } from '../heat/ports';
import { addView, readView, viewTextIn } from './view-link';
import { findSource, settingsOf, viewOf } from './view-of-settings';

/** A link that was opened. */
export const OpenedLinkSchema = v.object({
  text: v.string(),
  /** Whether all of it was set up here. */
  whole: v.boolean(),
  /** Whether heat was on already, and has been on since. */
  overHeat: v.boolean(),
});

export type OpenedLink = v.InferOutput<typeof OpenedLinkSchema>;

/** What views need of the heat, the vault and the browser. */
export interface ViewPorts {
  readonly clock: Clock;
  readonly policy: () => Promise<Policy>;
  readonly sources: () => Promise<readonly SourceConfig[]>;
  readonly views: {
    list(): Promise<SavedView[]>;
    get(id: string): Promise<SavedView | null>;
    put(view: SavedView): Promise<void>;
    remove(id: string): Promise<void>;
  };
  readonly notices: PerTab<ViewNotice>;
  /** The link that was opened in a tab last, so that it is opened once. */
  readonly opened: PerTab<OpenedLink>;
  readonly heat: {
    read(tabId: number): Promise<HeatState>;
    settingsFor(tabId: number): Promise<HeatSettings>;
    toggle(tabId: number, url: string, settings?: HeatSettings): Promise<void>;
    /** For this tab alone. */
    setHere(tabId: number, settings: HeatSettings): Promise<unknown>;
  };
  readonly page: {
    url(tabId: number): Promise<string>;
    /** The address that the tab's document was opened with; null: it does not say. */
    openedWith(tabId: number): Promise<string | null>;
  };
}

interface NewView {
  readonly id: string;
  readonly name: string;
  readonly where: 'template' | 'all';
}

/** Ways of looking at heat, as links and under names. What the service gives out holds settings alone. */
export function createViewService(ports: ViewPorts) {
  const { views, notices, heat } = ports;

  /**
   * The toolbar button. Where the tab's address holds a view that was not opened in this tab yet, heat
   * is shown as the view says, whether it was on or off; what somebody sets afterwards stays set. A page
   * can write another view into its address at any time: the press after one that showed a view over heat
   * switches off whatever stands there.
   */
  async function pressed(tabId: number, url: string): Promise<void> {
    const { on } = await heat.read(tabId);
    const opened = await ports.opened.read(tabId);
    if (opened?.overHeat) await ports.opened.write(tabId, { ...opened, overHeat: false });
    if (on && opened?.overHeat) return heat.toggle(tabId, url);
    const text = await linkIn(tabId, url);
    if (text === null || isOpened(opened, text, on)) return heat.toggle(tabId, url);
    const read = readView(text);
    if (!read.ok) {
      await ports.opened.write(tabId, { text, whole: true, overHeat: on });
      await tell(tabId, { from: 'link', refused: read.error.sentence });
      // Whoever opened it wants to see heat.
      return on ? undefined : heat.toggle(tabId, url);
    }
    const before = await heat.settingsFor(tabId);
    const { settings, missing } = await settingsHere(read.value, url, before);
    await ports.opened.write(tabId, { text, whole: missing.length === 0, overHeat: on });
    await tell(tabId, { from: 'link', missing, before });
    // Heat that is on has settings of its own, and goes first.
    if (on) await heat.toggle(tabId, url);
    return heat.toggle(tabId, url, settings);
  }

  /**
   * Pages that write their own history anew lose what stands after `:~:` from the tab's address. The
   * document still knows what it was opened with, which counts while it is of the same page.
   */
  async function linkIn(tabId: number, url: string): Promise<string | null> {
    const text = viewTextIn(url);
    if (text !== null) return text;
    const first = await ports.page.openedWith(tabId).catch(() => null);
    if (first === null || withoutFragment(first) !== withoutFragment(url)) return null;
    return viewTextIn(first);
  }

  async function settingsHere(view: View, url: string, before: HeatSettings) {
    const configs = await ports.sources();
    const { sourceId, missing } = findSource(view.source, url, configs, await ports.policy());
    return { settings: settingsOf(view, sourceId, before), missing };
  }

  const tell = (tabId: number, said: Partial<ViewNotice> & Pick<ViewNotice, 'from'>) =>
    notices.write(tabId, { name: '', refused: null, missing: [], before: null, ...said });

  async function offer(tabId: number): Promise<ViewOffer> {
    const [url, state, all] = await Promise.all([
      ports.page.url(tabId),
      heat.read(tabId),
      views.list(),
    ]);
    const { view, left } = viewOf(state, await ports.sources());
    const isPage = /^https?:/i.test(url);
    const made = state.on && isPage ? linkTo(url, view, left) : { link: null, left };
    return {
      views: [
        ...all.filter(({ pages }) => isPage && pages !== null && fits(url, pages)),
        ...all.filter(({ pages }) => pages === null),
      ],
      template: isPage ? templateOf(url) : '',
      ...made,
    };
  }

  /** The same one is saved once, however often it is asked for. */
  async function save(tabId: number, { id, name, where }: NewView): Promise<ViewOffer> {
    if ((await views.get(id)) !== null) return offer(tabId);
    const { view } = viewOf(await heat.read(tabId), await ports.sources());
    const pages = where === 'all' ? null : templateOf(await ports.page.url(tabId));
    await views.put({ id, name, savedAt: ports.clock.now(), pages, view });
    return offer(tabId);
  }

  async function rename(tabId: number, id: string, name: string): Promise<ViewOffer> {
    await views.put({ ...(await saved(id)), name });
    return offer(tabId);
  }

  async function open(tabId: number, id: string): Promise<ViewNotice | null> {
    const { name, view } = await saved(id);
    const before = await heat.settingsFor(tabId);
    const { settings, missing } = await settingsHere(view, await ports.page.url(tabId), before);
    await heat.setHere(tabId, settings);
    await tell(tabId, { from: 'saved', name, missing, before });
    return notices.read(tabId);
  }

  async function saved(id: string): Promise<SavedView> {
    const found = await views.get(id);
    if (found === null) throw new HushmapError('view.gone');
    return found;
  }

  async function undo(tabId: number): Promise<void> {
    const before = (await notices.read(tabId))?.before ?? null;
    if (before !== null) await heat.setHere(tabId, before);
    await notices.remove(tabId);
  }

  /** Those that are not here yet; one of somebody else's that has the id of another gets its own. */
  async function add(given: readonly SavedView[]): Promise<number> {
    const here = await views.list();
    const ids = new Set(here.map(({ id }) => id));
    const known = new Set(here.map(contentOf));
    const fresh = given.filter((each) => !known.has(contentOf(each)));
    if (here.length + fresh.length > MOST_VIEWS) {
      throw new HushmapError('view.tooMany', [MOST_VIEWS]);
    }
    for (const each of fresh) {
      await views.put(ids.has(each.id) ? { ...each, id: randomId('view') } : each);
      ids.add(each.id);
    }
    return fresh.length;
  }

  return {
    pressed,
    offer,
    save,
    rename,
    remove: (tabId: number, id: string) => views.remove(id).then(() => offer(tabId)),
    putBack: (tabId: number, view: SavedView) => views.put(view).then(() => offer(tabId)),
    open,
    notice: (tabId: number) => notices.read(tabId),
    undo,
    dismiss: (tabId: number) => notices.remove(tabId),
    all: () => views.list(),
    add,
    forget: async (tabId: number): Promise<void> => {
      await Promise.all([notices.remove(tabId), ports.opened.remove(tabId)]);
    },
  };
}

export type ViewService = ReturnType<typeof createViewService>;

/** A pattern is the one thing that can be long; what is left without it always fits. */
function linkTo(url: string, view: View, left: Message[]) {
  const link = addView(url, view);
  if (link !== null) return { link, left };
  const shorter = { ...view, filters: { ...view.filters, pattern: null } };
  return { link: addView(url, shorter), left: [...left, message('heat.view.left.longPattern')] };
}

const fits = (url: string, pages: string): boolean => matchesPattern(plainAddress(url), pages);

/** What was missing may be there when heat goes on the next time; while it is on, it was shown. */
const isOpened = (opened: OpenedLink | null, text: string, on: boolean): boolean =>
  opened !== null && opened.text === text && (opened.whole || on);

const withoutFragment = (url: string): string => url.replace(/#.*$/s, '');

const contentOf = ({ name, pages, view }: SavedView): string => JSON.stringify([name, pages, view]);
