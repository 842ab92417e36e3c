import type { RecorderId } from '../../lib/protocol/recorders';
import type { Walk } from '../../lib/protocol/walk/walk';

/** Recorders that a walk found on the page, or saw doing something. */
export function recordersIn({ recorders, scenarios }: Walk): RecorderId[] {
  const found = recorders.filter(({ detected }) => detected).map(({ id }) => id);
  const seen = scenarios.flatMap(({ steps }) =>
    steps.flatMap(({ requests }) =>
      requests.flatMap(({ recorder }) => (recorder === null ? [] : [recorder])),
    ),
  );
  return [...new Set([...found, ...seen])];
}
