import { message } from '../../core/message';
import type { Fix } from '../../protocol/evidence';
import type { Dialect } from './dialect';
import type { Place } from './place';

/** The nearest mend per kind of exposure. Each is held to the real recorder by the contract test. */

/** Stars in place of the text of an element. */
export function maskText({ options }: Dialect): Fix | null {
  const name = options.maskTextClassName;
  if (!name || options.maskTextFn) return null;
  return { kind: 'class', text: `class="${name}"`, effect: message('recorder.fix.maskText') };
}

/**
 * Text that stands straight in a shadow root belongs to no element of its own, and a class on a host
 * without light children does not reach it.
 */
export function wrapText({ options }: Dialect): Fix | null {
  const name = options.maskTextClassName;
  if (!name || options.maskTextFn) return null;
  return {
    kind: 'markup',
    text: `<span class="${name}">…</span>`,
    effect: message('recorder.fix.wrapText'),
  };
}

/** A grey box in place of an element. */
export function block({ options }: Pick<Dialect, 'options'>): Fix | null {
  const name = options.blockClassName;
  if (!name) return null;
  return { kind: 'class', text: `class="${name}"`, effect: message('recorder.fix.block') };
}

/** Taking it out of the page's own markup, where no class reaches it. */
export const remove = (what: string): Fix => ({
  kind: 'markup',
  text: what,
  effect: message('recorder.fix.remove'),
});

/** The mend of one attribute: a box where that is sensible, else the attribute has to go. */
export function attribute(dialect: Dialect, place: Place, name: string): Fix {
  const tag = place.view?.tag ?? '';
  // A blocked element keeps its class; blocking these would leave out the whole page.
  const boxed = name !== 'class' && tag !== 'html' && tag !== 'body' && tag !== 'head';
  return (boxed ? block(dialect) : null) ?? remove(`remove ${name}`);
}

/** Masks one kind of input, and keeps what is masked already. */
export function maskInput(dialect: Dialect, place: Place, key: string): Fix | null {
  const { options } = dialect;
  // With maskAllInputs the table of types is replaced, so a type that is not in it can't be added.
  const isTaken = !dialect.closedInputTable || Object.hasOwn(options.maskInputs ?? {}, key);
  if (options.maskAllInputs || !options.maskInputs || options.maskInputFn || !isTaken) {
    return place.view ? block(dialect) : null;
  }
  const types = Object.entries({ password: true, ...options.maskInputs, [key]: true })
    .filter(([, on]) => on)
    .map(([type]) => `${/^\w+$/.test(type) ? type : `'${type}'`}: true`);
  const effect = message('recorder.fix.maskInput', key);
  return option(dialect, 'maskInputOptions', `{ ${types.join(', ')} }`, { [key]: true }, effect);
}

/** An option as a site writes it, and what it adds to the options in force. */
const option = (
  dialect: Dialect,
  name: string,
  written: string,
  adds: unknown,
  effect: Fix['effect'],
): Fix => ({
  kind: 'option',
  text: dialect.writeOption(`${name}: ${written}`),
  effect,
  ...(dialect.optionName && { options: { [dialect.optionName(name)]: adds } }),
});

/** Leaves comments out of every snapshot. */
export function dropComments(dialect: Dialect): Fix {
  const kept = Object.keys(dialect.options.slimDom).filter((name) => dialect.options.slimDom[name]);
  const list = [...kept, 'comment'].map((name) => `${name}: true`).join(', ');
  const adds = Object.fromEntries([...kept, 'comment'].map((name) => [name, true]));
  const effect = message('recorder.fix.dropComments');
  return option(dialect, 'slimDOMOptions', `{ ${list} }`, adds, effect);
}

/** Masks the title, which frameworks write, so that a class on it would not last. */
export function maskTitle(dialect: Dialect): Fix | null {
  const { maskTextSelector } = dialect.options;
  if (maskTextSelector === 'unknown-selector' || dialect.options.maskTextFn) return null;
  const selector = [maskTextSelector, 'title'].filter(Boolean).join(', ');
  const effect = message('recorder.fix.maskTitle');
  return option(dialect, 'maskTextSelector', JSON.stringify(selector), 'title', effect);
}

export const pageUrl = (dialect: Dialect): Fix => ({
  ...dialect.urlFix,
  effect: message('recorder.fix.pageUrl'),
});
