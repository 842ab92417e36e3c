import type { Places } from '../places';
import type { ShownAnswer, ShownMemory } from '../shown-answers';

/** What was shown, in memory alone. */
export function memoryOfShown(): ShownMemory & { readonly answers: ShownAnswer[] } {
  const answers: ShownAnswer[] = [];
  const all = new Map<string, Places>();
  return {
    answers,
    list: async (now) => answers.filter(({ until }) => now < until),
    places: async (id) => {
      const places = all.get(id);
      if (places === undefined) throw new Error(`Nothing is remembered as ${id}.`);
      return places;
    },
    keep: async ({ answer, places }) => {
      answers.push(answer);
      all.set(answer.id, places);
    },
  };
}
