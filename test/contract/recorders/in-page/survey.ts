import { controlValue, ElementView } from '../../../../lib/page/node-view';
import type { PageFacts } from '../../../../lib/protocol/audit';
import type { Channel, RecorderId, RecorderState } from '../../../../lib/protocol/recorders';
import { assumeRecorder } from '../../../../lib/recorders';
import type { Border, NodeJudge } from '../../../../lib/recorders/contract';
import { detectRecorders } from '../../../../lib/recorders/detect';
import { readAllGlobals } from '../../../../lib/recorders/globals';
import { isObject } from '../../../../lib/recorders/json';
import { judgeAt } from '../../../../lib/recorders/judge';
import { toJson } from '../../../../lib/recorders/read-page';
import { CANARY } from '../canaries';

/** One value of the page, what is predicted of it, and the recorder's id of the node it sits in. */
export interface Row {
  readonly node: number;
  readonly tag: string;
  readonly where: string;
  readonly channel: Channel;
  /** The attribute to look at in the recording; empty: the node's text. */
  readonly attribute: string;
  readonly value: string;
  readonly predicted: string;
  readonly because: string;
  readonly fix: { readonly kind: string; readonly text: string } | null;
}

interface Mirror {
  getId(node: Node): number;
}

/** What the page says of its recorders, read as the extension reads it. */
export function detect(facts: Omit<PageFacts, 'globals'>): RecorderState[] {
  // The reader takes any object; `window` is one.
  const page = window as unknown as Readonly<Record<string, unknown>>;
  return detectRecorders({ ...facts, globals: readAllGlobals(page) });
}

export { judgeAt };

/** An element of this page as the rules see it. */
export const viewOf = (element: Element): ElementView => new ElementView(element, 0);

/** Options that a recorder hides are entered, in the form in which a page's own would be read. */
export function enter(id: RecorderId, options: object): RecorderState {
  const json = toJson(options);
  return assumeRecorder(id, isObject(json) ? json : {});
}

/** Puts the classes and attributes that the rules propose on the very elements that they propose them for. */
export function applyMarks(state: RecorderState): void {
  const elements: Element[] = [];
  const rows = survey(state, { getId: () => 0 }, elements);
  rows.forEach(({ fix }, index) => {
    const [, name, value] =
      /^([\w-]+)="(.*)"$/.exec(isMark(fix?.kind) ? (fix?.text ?? '') : '') ?? [];
    if (name === 'class') elements[index]?.classList.add(value ?? '');
    else if (name) elements[index]?.setAttribute(name, value ?? '');
  });
}

const isMark = (kind: string | undefined): boolean => kind === 'class' || kind === 'attribute';

/** Asks the rules about every value of the page, frames and shadow roots included. */
export function survey(state: RecorderState, mirror: Mirror, elements: Element[] = []): Row[] {
  const rows: Row[] = [];
  const root = judgeAt(state);
  visit(document.documentElement, root, 'child', 0);
  return rows;

  function visit(element: Element, outer: NodeJudge, via: Border, depth: number): void {
    const view = new ElementView(element, depth);
    const judge = outer.enter(view, via);
    const where = `${view.tag}${element.className ? `.${element.getAttribute('class')}` : ''}`;
    const add = (
      node: Node,
      channel: Channel,
      attribute: string,
      value: string,
      asked = judge,
    ): void => {
      const whole = { whole: value, part: CANARY.exec(value)?.[0] ?? value };
      const { capture, because, fix } = asked.capture(channel, attribute, whole);
      elements.push(element);
      rows.push({
        node: mirror.getId(node),
        tag: view.tag,
        where,
        channel,
        attribute,
        value,
        predicted: capture,
        because: because.id,
        fix,
      });
    };
    for (const { name, value } of element.attributes) {
      const channel = channelOf(view.tag, name);
      if (channel && (CANARY.test(value) || name === 'value')) add(element, channel, name, value);
    }
    const held = controlValue(element);
    if (held) add(element, view.type === 'file' ? 'file-name' : 'value', 'value', held);
    children(element, judge, 'child', depth);
    const shadow = element.shadowRoot ?? closedRoot(element);
    if (shadow) {
      children(shadow, judge, shadow.mode === 'open' ? 'shadow-open' : 'shadow-closed', depth);
    }
    // Another frame's elements are of other classes than this window's, so the tag has to tell.
    const inner = view.tag === 'iframe' ? (element as HTMLIFrameElement).contentDocument : null;
    if (inner?.documentElement) visit(inner.documentElement, judge, 'iframe', depth + 1);

    function children(parent: Node, of: NodeJudge, border: Border, at: number): void {
      for (const child of parent.childNodes) {
        if (child instanceof ownWindow(child).Element) visit(child, of, border, at + 1);
        const text = child.nodeValue ?? '';
        if (!CANARY.test(text)) continue;
        // What stands straight in a shadow root is beyond that border too.
        const asked = border === 'child' ? of : of.enter(view, border);
        if (child.nodeType === Node.COMMENT_NODE) add(child, 'comment', '', text, asked);
        if (child.nodeType === Node.TEXT_NODE) add(child, textChannel(view.tag), '', text, asked);
      }
    }
  }
}

function ownWindow(node: Node): typeof globalThis {
  return (node.ownerDocument?.defaultView ?? window) as typeof globalThis;
}

function textChannel(tag: string): Channel {
  if (tag === 'option') return 'option-text';
  return tag === 'title' ? 'document-title' : 'text';
}

function channelOf(tag: string, name: string): Channel | null {
  if (name === 'value') return tag === 'option' ? 'option-value' : 'value-attribute';
  if (name === 'label') return 'label-attribute';
  if (name === 'content') return tag === 'meta' ? 'meta' : null;
  if (name.startsWith('aria-')) return 'aria';
  if (name.startsWith('data-')) return 'data';
  return PLAIN_NAMES.find((channel) => channel === name) ?? null;
}

const PLAIN_NAMES = [
  'placeholder',
  'title',
  'alt',
  'id',
  'class',
  'name',
  'style',
  'href',
  'src',
  'action',
  'srcdoc',
] as const satisfies readonly Channel[];

/** Fixtures keep their closed roots, so that the rules can be asked about them. */
function closedRoot(element: Element): ShadowRoot | null {
  const kept: unknown = Reflect.get(window, 'closedRoots');
  return kept instanceof WeakMap ? (kept.get(element) ?? null) : null;
}
