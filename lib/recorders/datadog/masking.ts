import type { DatadogOptions } from './options';
import type { Place } from './place';

/** Whether the value of a form element, or text straight in it, is masked (`shouldMaskNode`). */
export const masksElement = (place: Place): boolean =>
  place.level === 'mask' || (place.level !== 'allow' && isFormElement(place));

/** `isFormElement` of browser-rum-core: what people fill in, apart from buttons and colours. */
function isFormElement({ view, isHtml }: Place): boolean {
  if (!view || !isHtml) return false;
  if (view.tag === 'input') return !/^(button|color|reset|submit)$/.test(view.type);
  return FORM_TAGS.has(view.tag);
}

const FORM_TAGS: ReadonlySet<string> = new Set(
  'output textarea select option datalist optgroup'.split(' '),
);

/** `shouldMaskAttribute` of browser-rum-core. */
export function masksAttribute(place: Place, name: string, options: DatadogOptions): boolean {
  const { level, view } = place;
  if (!view || (level !== 'mask' && level !== 'mask-unless-allowlisted')) return false;
  return isMaskable(place, name, options);
}

/** Whether the level `mask` would cover an attribute. */
export function isMaskable(
  { view, isHtml }: Place,
  name: string,
  { version6, actionNameAttribute }: DatadogOptions,
): boolean {
  if (!view || STABLE.has(name) || name === actionNameAttribute) return false;
  if (MASKABLE.has(name)) return true;
  if (name === 'name') return version6 || view.tag !== 'slot';
  if (name.startsWith('data-')) return true;
  return isHtml && MASKABLE_OF[view.tag]?.includes(name) === true;
}

const MASKABLE: ReadonlySet<string> = new Set(['title', 'alt', 'placeholder', 'aria-label']);

const MASKABLE_OF: { readonly [tag: string]: readonly string[] | undefined } = Object.assign(
  Object.create(null),
  {
    a: ['href'],
    iframe: ['srcdoc'],
    img: ['src', 'srcset'],
    source: ['src', 'srcset'],
  },
);

/** `STABLE_ATTRIBUTES`, by which tests and action names find elements, and the mark itself. */
const STABLE: ReadonlySet<string> = new Set(
  `data-dd-privacy data-dd-action-name data-testid data-test data-qa data-cy data-test-id data-qa-id
   data-testing data-component data-element data-source-file`.split(/\s+/),
);
