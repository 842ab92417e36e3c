import { message } from '../../core/message';
import type { Fix } from '../../protocol/evidence';
import type { Place } from './place';

/** The nearest mend per kind of exposure. Each is held to the real recorder by the contract test. */

/** Text, values and pictures. */
export const obscure = (): Fix => ({
  kind: 'attribute',
  text: 'data-openreplay-obscured=""',
  effect: message('recorder.fix.openreplay.obscure'),
});

/** Text that stands straight in a shadow root, which no mark on its host reaches. */
export const wrapText = (): Fix => ({
  kind: 'markup',
  text: '<span data-openreplay-obscured>…</span>',
  effect: message('recorder.fix.wrapText'),
});

/** An element that is hidden shows its own attributes, what is in it does not. */
export function hideAround({ view }: Place, what: string): Fix {
  if (/^(html|head|body|)$/.test(view?.tag ?? '')) return remove(`remove ${what}`);
  return {
    kind: 'markup',
    text: '<div data-openreplay-hidden>…</div>',
    effect: message('recorder.fix.openreplay.hideAround'),
  };
}

export const remove = (what: string): Fix => ({
  kind: 'markup',
  text: what,
  effect: message('recorder.fix.remove'),
});

/** The older name of the mark, which keeps clicks out as well. */
export const noClicks = (): Fix => ({
  kind: 'attribute',
  text: 'data-openreplay-masked=""',
  effect: message('recorder.fix.openreplay.noClicks'),
});

export const rewriteUrl = (): Fix => ({
  kind: 'markup',
  text: "history.replaceState(null, '', location.pathname)",
  effect: message('recorder.fix.pageUrl'),
});

export const emptyTitle = (): Fix => ({
  kind: 'option',
  text: "urls: { titleSanitizer: () => '' }",
  effect: message('recorder.fix.openreplay.emptyTitle'),
});

export const noConsole = (): Fix => ({
  kind: 'option',
  text: 'consoleMethods: []',
  effect: message('recorder.fix.openreplay.noConsole'),
  options: { consoleMethods: [] },
});

export const noResources = (): Fix => ({
  kind: 'option',
  text: 'captureResourceTimings: false, network: { disabled: true }',
  effect: message('recorder.fix.openreplay.noResources'),
  options: { captureResourceTimings: false, network: { disabled: true } },
});
