import * as v from 'valibot';
import { isMark, type PathElement } from '../element-path';

const Text = v.nullish(v.string());

/** An element of `elements/stats`. Its text is not even read: it may be about a person. */
export const ElementSchema = v.object({
  tag_name: Text,
  attr_class: v.nullish(v.array(v.string())),
  attr_id: Text,
  href: Text,
  nth_of_type: v.nullish(v.number()),
  attributes: v.nullish(v.record(v.string(), v.unknown())),
});

export function toPathElement(element: v.InferOutput<typeof ElementSchema>): PathElement {
  const attributes = Object.entries(element.attributes ?? {}).slice(0, MAX_ATTRIBUTES);
  const attribute = (name: string): string | null => {
    const value = attributes.find(([key]) => key === `attr__${name}`)?.[1];
    return typeof value === 'string' ? value : null;
  };
  const classes = element.attr_class ?? attribute('class')?.split(/\s+/) ?? [];
  return {
    tag: element.tag_name ?? '',
    id: element.attr_id ?? attribute('id'),
    classes: classes.slice(0, MAX_ATTRIBUTES),
    marks: attributes.flatMap(([key, value]) => {
      const name = key.replace(/^attr__/, '');
      return isMark(name) && typeof value === 'string' ? [[name, value] as const] : [];
    }),
    href: element.href ?? attribute('href'),
    nthOfType: placeOf(element.nth_of_type),
  };
}

/** Whole, from 1; PostHog writes 0 where it does not know. */
export const placeOf = (value: number | null | undefined): number | null =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) < 100_000 ? Number(value) : null;

const MAX_ATTRIBUTES = 100;

/** A click deeper in a page than this keeps the elements nearest to it. */
export const MAX_PATH = 100;
