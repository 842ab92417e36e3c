import { createSignal } from 'solid-js';
import { keepEqual } from '../../lib/core/keep-equal';

/** A signal of what is told again whole: parts that did not change stay the same objects. */
export function createNews<T extends object | null>(first: T): [() => T, (news: T) => void] {
  const [told, tell] = createSignal<T>(first);
  return [told, (news) => tell((before) => keepEqual(before, news))];
}
