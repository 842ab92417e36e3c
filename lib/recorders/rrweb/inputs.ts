import type { NodeView } from '../contract';
import type { Dialect } from './dialect';
import type { Tri } from './place';

/** Types whose value is recorded as the page wrote it, whatever is masked. The test is literal. */
const AS_WRITTEN: ReadonlySet<string> = new Set(['radio', 'checkbox', 'submit', 'button']);

const FIELDS: ReadonlySet<string> = new Set(['input', 'textarea', 'select']);

export const isField = (view: NodeView): boolean => FIELDS.has(view.tag);

/** Reads the raw attribute, in the page's own case, as the snapshot does. */
export const isAsWritten = (view: NodeView): boolean =>
  AS_WRITTEN.has(view.attribute('type') ?? '');

/**
 * The type that decides about masking. A field that once was a password keeps counting as one:
 * rrweb marks it when its `type` attribute changes.
 */
export function maskingType(view: NodeView): string {
  if (view.attribute('data-rr-is-password') !== null) return 'password';
  if (view.tag === 'textarea') return 'textarea';
  if (view.tag === 'select')
    return view.attribute('multiple') === null ? 'select-one' : 'select-multiple';
  return view.type.toLowerCase();
}

/** The key of `maskInputOptions` that a person would set to mask this field. */
export const maskingKey = (view: NodeView): string =>
  view.tag === 'input' ? maskingType(view) || 'text' : view.tag;

/** Whether the value property of a field is masked; null: a function decides. */
export function isInputMasked(view: NodeView, { options }: Dialect): Tri {
  if (!options.maskInputs) return null;
  const masked =
    options.maskInputs[view.tag] === true || options.maskInputs[maskingType(view)] === true;
  if (!masked) return false;
  return options.maskInputFn ? null : true;
}

/** Whether the recorder writes the field's own value over its `value` attribute. */
export function writesValue(view: NodeView, dialect: Dialect): boolean {
  if (!isField(view) || isAsWritten(view)) return false;
  return !view.valueIsEmpty || (view.tag === 'select' && dialect.selectValueReplaced);
}
