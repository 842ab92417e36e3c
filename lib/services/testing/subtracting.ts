import type { ShownStore } from '../heat/guarded-answers';

/** What tests share in which somebody asks at random and subtracts what was shown. */

export const K = 11;
export const DAY = 86_400_000;
/** When the first question is asked, ms. */
export const START = Date.parse('2026-11-20T09:00:00Z');

export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

export const peopleIn = (visits: readonly { readonly person: number }[]): number =>
  new Set(visits.map(({ person }) => person)).size;

/** Takes one of a list at random. */
export const pickFrom =
  (random: () => number) =>
  <T>(list: readonly [T, ...T[]]): T =>
    list[Math.floor(random() * list.length)] ?? list[0];

/** A memory that forgets what it was told: so there is no guard. */
export const FORGETFUL: ShownStore = {
  of: () => ({
    list: async () => [],
    keep: async () => undefined,
    places: () => Promise.reject(new Error('Nothing is remembered.')),
  }),
};
