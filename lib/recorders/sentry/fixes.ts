import { message } from '../../core/message';
import type { Fix } from '../../protocol/evidence';
import type { SentryOptions } from './options';
import { matches, type Place } from './place';

/** The nearest mend per kind of exposure. Each is held to the real recorder by the contract test. */

/** Text, and what is typed. On the same element a mask wins over an unmask selector. */
export const mask = ({ invalid }: Place): Fix | null =>
  invalid === 'mask'
    ? null
    : { kind: 'class', text: 'class="sentry-mask"', effect: message('recorder.fix.sentry.mask') };

/** A grey box, unless an unblock selector matches the element itself. */
export function block({ view }: Place, { block: blocked, unblock }: SentryOptions): Fix | null {
  const isOpen = view !== null && matches(view, unblock) !== false;
  if (!view || isOpen || matches(view, blocked) === 'invalid') return null;
  return {
    kind: 'class',
    text: 'class="sentry-block"',
    effect: message('recorder.fix.sentry.block'),
  };
}

export const wrapText = (): Fix => ({
  kind: 'markup',
  text: '<span class="sentry-mask">…</span>',
  effect: message('recorder.fix.wrapText'),
});

export const remove = (what: string): Fix => ({
  kind: 'markup',
  text: what,
  effect: message('recorder.fix.remove'),
});

/** Names that a replay looks broken without, and those that `maskAttributes` does not reach. */
const BOXED: ReadonlySet<string> = new Set([
  ...['src', 'srcset', 'href', 'style', 'id', 'type', 'content', 'value', 'srcdoc'],
]);

/** One attribute: masked everywhere by an option where that is sensible, else the element is boxed. */
export function attribute(place: Place, options: SentryOptions, name: string): Fix {
  const { view } = place;
  const tag = view?.tag ?? '';
  const isOpen = view !== null && matches(view, options.unmask) !== false;
  if (!BOXED.has(name) && name !== 'class' && !isOpen && options.maskAttributes) {
    const names = [...options.maskAttributes, name].map((one) => `'${one}'`).join(', ');
    return {
      kind: 'option',
      text: `maskAttributes: [${names}]`,
      effect: message('recorder.fix.sentry.maskAttribute'),
      options: { maskAttributes: [...options.maskAttributes, name] },
    };
  }
  const boxed = name !== 'class' && !/^(html|head|body|)$/.test(tag);
  return (boxed ? block(place, options) : null) ?? remove(`remove ${name}`);
}

export const maskTitle = (): Fix => ({
  kind: 'option',
  text: "mask: ['title']",
  effect: message('recorder.fix.sentry.maskTitle'),
  options: { mask: ['title'] },
});

export const pageUrl = (): Fix => ({
  kind: 'markup',
  text: "history.replaceState(null, '', location.pathname)",
  effect: message('recorder.fix.pageUrl'),
});

export const noConsole = (): Fix => ({
  kind: 'option',
  text: "beforeAddRecordingEvent: (event) => (event.data.payload.category === 'console' ? null : event)",
  effect: message('recorder.fix.sentry.noConsole'),
});

export const noResources = (): Fix => ({
  kind: 'option',
  text: "beforeAddRecordingEvent: (event) => (event.data.tag === 'performanceSpan' ? null : event)",
  effect: message('recorder.fix.sentry.noResources'),
});
