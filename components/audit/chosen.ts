import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { Finding } from '../../lib/protocol/findings';

/**
 * The finding whose detail is shown: the one that was chosen, be it hidden by a filter by now, or
 * the first row while none was.
 */
export function createChosen(
  all: Accessor<readonly Finding[]>,
  rows: Accessor<readonly Finding[]> = all,
) {
  const [id, setId] = createSignal<string | null>(null);
  const chosen = createMemo(() => all().find((each) => each.id === id()) ?? rows()[0] ?? null);
  return {
    chosen,
    choose: (finding: Finding): void => {
      setId(finding.id);
    },
    /** Somebody is at its detail: another row that comes first no longer takes its place. */
    keep: (): void => {
      setId(chosen()?.id ?? null);
    },
  };
}
