import { type Accessor, createSignal } from 'solid-js';
import { keepEqual } from '../../lib/core/keep-equal';

/** A signal of what is told again whole: parts that did not change stay the same objects. Plain data alone. */
export function createNews<T extends object | null>(first: T): [Accessor<T>, (news: T) => void] {
  const [told, tell] = createSignal<T>(first);
  return [told, (news) => tell((before) => keepEqual(before, news))];
}
