/** Events as rrweb records them, as JSON of about so many bytes; the same for the same seed. */
export function recordingEvents(bytes: number, seed: number): string {
  let state = seed + 1;
  const next = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
  const words = (count: number): string =>
    Array.from({ length: count }, () => WORDS[next(WORDS.length)]).join(' ');
  const lines: string[] = [];
  for (let length = 0, time = 1_760_000_000_000; length < bytes; time += next(400)) {
    const line = JSON.stringify(event(next, words, time));
    lines.push(line);
    length += line.length + 1;
  }
  return `[${lines.join(',')}]`;
}

function event(
  next: (below: number) => number,
  words: (count: number) => string,
  timestamp: number,
) {
  const id = next(5000);
  const kind = next(4);
  if (kind === 0) {
    const positions = Array.from({ length: 8 }, (_, i) => ({
      x: next(1200),
      y: next(800),
      id,
      timeOffset: -i * 50,
    }));
    return { type: 3, data: { source: 1, positions }, timestamp };
  }
  if (kind === 1)
    return {
      type: 3,
      data: { source: 5, text: '*'.repeat(next(20)), isChecked: false, id },
      timestamp,
    };
  const node = {
    type: 2,
    tagName: 'div',
    attributes: {
      class: `card card--${words(1)} ${words(2)}`,
      style: `transform: translate(${next(900)}px, ${next(900)}px)`,
    },
    childNodes: [{ type: 3, textContent: `${words(12)} "${words(2)}"\n`, id: id + 1 }],
    id,
  };
  return {
    type: 3,
    data: {
      source: 0,
      texts: [],
      attributes: [],
      removes: [],
      adds: [{ parentId: id, nextId: null, node }],
    },
    timestamp,
  };
}

const WORDS =
  'order total delivery basket checkout summary price tax shipping choose size colour review star reply menu search filter newest popular account help contact about careers press terms privacy cookies imprint'.split(
    ' ',
  );
