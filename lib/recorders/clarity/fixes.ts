import { message } from '../../core/message';
import type { Fix } from '../../protocol/evidence';
import { FIELDS } from './level';
import type { Place } from './place';

/** The nearest mend per kind of exposure. Each is held to the real recorder by the contract test. */

/** Marks on a field itself do not count. */
export function mask({ view, isSvg }: Place): Fix {
  if (!isSvg && FIELDS.has(view?.tag ?? '')) {
    return {
      kind: 'markup',
      text: '<div data-clarity-mask="true">…</div>',
      effect: message('recorder.fix.clarity.wrap'),
    };
  }
  return {
    kind: 'attribute',
    text: 'data-clarity-mask="true"',
    effect: message('recorder.fix.clarity.mask'),
  };
}

export const remove = (what: string): Fix => ({
  kind: 'markup',
  text: `remove ${what}`,
  effect: message('recorder.fix.remove'),
});

export const drop = (parameter: string): Fix => ({
  kind: 'option',
  text: `drop: ['${parameter.replace(/[\\']/g, '\\$&')}']`,
  effect: message('recorder.fix.clarity.drop'),
  options: { drop: [parameter] },
});

export const rewriteUrl = (): Fix => ({
  kind: 'markup',
  text: "history.replaceState(null, '', location.pathname)",
  effect: message('recorder.fix.pageUrl'),
});
