import { memoryOfShown } from '../../heatmap/privacy/testing/memory';
import type { ShownStore } from '../heat/guarded-answers';

/** What was shown, by scope, in memory alone. There is no earlier version that a scope had a name in. */
export function memoryOfScopes(): ShownStore {
  const scopes = new Map<string, ReturnType<typeof memoryOfShown>>();
  return {
    of(scope) {
      const memory = scopes.get(scope) ?? memoryOfShown();
      scopes.set(scope, memory);
      return memory;
    },
  };
}
