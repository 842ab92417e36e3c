import type { RecordedEvent } from '../posthog-double/decode';

/** All that a recording says, as text to search in. */
export const decodedText = (events: readonly RecordedEvent[]): string =>
  unescaped(JSON.stringify(events));

/** JSON writes quotes inside strings with a backslash; a canary must be found either way. */
const unescaped = (json: string): string => json.replaceAll('\\"', '"');

/** Every value that was sent for the element with this id: in snapshots, mutations and input events. */
export function everythingSentFor(events: readonly RecordedEvent[], id: string): string[] {
  const nodes = new Set<unknown>();
  const values: string[] = [];
  for (const { data } of events) {
    visit(data, (part) => {
      const { attributes } = part;
      if (!isRecord(attributes) || attributes.id !== id) return;
      nodes.add(part.id);
      if (typeof attributes.value === 'string') values.push(attributes.value);
    });
  }
  for (const { data } of events) {
    if (isRecord(data) && nodes.has(data.id) && typeof data.text === 'string') {
      values.push(data.text);
    }
  }
  return values;
}

function visit(part: unknown, seen: (part: Readonly<Record<string, unknown>>) => void): void {
  if (Array.isArray(part)) {
    for (const entry of part) visit(entry, seen);
  } else if (isRecord(part)) {
    seen(part);
    for (const entry of Object.values(part)) visit(entry, seen);
  }
}

const isRecord = (part: unknown): part is Readonly<Record<string, unknown>> =>
  typeof part === 'object' && part !== null && !Array.isArray(part);
