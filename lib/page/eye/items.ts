import { isPersonal } from '../../protocol/pii-classes';
import type { RecorderState } from '../../protocol/recorders';
import type { NodeJudge } from '../../recorders/contract';
import { judgeAt } from '../../recorders/judge';
import { isHtml, natives } from '../natives';
import { scanFrame } from '../scan';
import type { SeenValue } from '../scan/sight';
import { type Look, lookOf } from './looks';

/** One place of the page that looks different in a replay. */
export interface Item {
  readonly element: Element;
  /** The text nodes of the element, or the whole of it. */
  readonly covers: 'text' | 'element';
  /** One for each recorder, in the order of the request. */
  readonly looks: readonly (Look | null)[];
}

/** Places that are drawn at most; a replay of a longer page is shown in part. */
const MOST = 4_000;

export interface ItemPorts {
  readonly closedShadowRoot: (host: Element) => ShadowRoot | null;
  readonly yieldToPage: () => Promise<void>;
  readonly signal: AbortSignal;
}

/** Asks the recorders about everything that can be seen of a page. */
export async function itemsOf(
  document: Document,
  recorders: readonly RecorderState[],
  ports: ItemPorts,
): Promise<Item[]> {
  const items: Item[] = [];
  const roots = recorders.map(judgeAt);
  const onValue = (seen: SeenValue): void => {
    const covers = coverOf(seen);
    if (!covers || items.length >= MOST) return;
    const looks = looksOf(seen, recorders, roots);
    if (looks.some((look) => look !== null)) {
      items.push({ element: seen.place.view.element, covers, looks });
    }
  };
  await scanFrame(
    document,
    { runKey: '0'.repeat(64), recorders: [...recorders], watch: false },
    { ...ports, judgeAt, now: () => performance.now(), onValue },
  );
  return items;
}

/** What is drawn: text, what stands in a field, and pictures. Attributes cannot be seen. */
function coverOf({ place, channel, value }: SeenValue): Item['covers'] | null {
  const { element } = place.view;
  if (channel === 'text') return 'text';
  if (channel === 'value') return isHtml(element, 'input') && value === '' ? null : 'element';
  return channel === 'src' && PICTURES.has(natives.localName(element)) ? 'element' : null;
}

const PICTURES: ReadonlySet<string> = new Set(['img', 'video', 'picture', 'embed', 'object']);

function looksOf(
  seen: SeenValue,
  recorders: readonly RecorderState[],
  roots: readonly NodeJudge[],
): (Look | null)[] {
  const { place, channel, attribute, value, pii } = seen;
  const asked = value === '' ? undefined : { whole: value, part: value };
  const personal = pii !== null && isPersonal(pii);
  return place.judges(roots).map((judge, index) => {
    const id = recorders[index]?.id;
    if (!id) return null;
    const { capture } = judge.capture(channel, attribute || undefined, asked);
    // The address of a picture is no text: it is either there or it is not.
    if (channel === 'src') return capture === 'plain' ? null : { kind: 'box' };
    return lookOf(id, capture, value, personal);
  });
}
