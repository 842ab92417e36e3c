import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HushmapError } from '../../core/errors';

/** There is no layout here: everything has a box. */
vi.hoisted(() => {
  Element.prototype.getBoundingClientRect = () => new DOMRect(10, 10, 100, 30);
});

const { createElementReporter } = await import('./element-reporter');
const { ElementRefs } = await import('./refs');

let life: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  document.head.innerHTML = '<style>* { overflow-x: visible; overflow-y: visible }</style>';
  document.body.innerHTML = '<button>Start</button>';
});

afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

interface Doings {
  /** While the elements are gathered, after the page's own time for it. */
  onGather?(): void;
  /** When they are told. */
  onTell?(times: number): void;
}

function make(doings: Doings = {}) {
  const counts = { gathered: 0, told: 0, failed: 0 };
  const reporter = createElementReporter(
    window,
    {
      zones: { told: () => [] },
      redact: (text) => {
        counts.gathered++;
        doings.onGather?.();
        return text;
      },
      elements: async () => {
        counts.told++;
        doings.onTell?.(counts.told);
        return { shifts: { page: [], fixed: [] } };
      },
      refs: new ElementRefs(),
      onFailure: () => counts.failed++,
      onTold: () => undefined,
    },
    life.signal,
  );
  reporter.setMap({ mapId: 'map', scaleX: 1 });
  return { reporter, counts };
}

test('a page that changes during every look is looked at seldom, and what is known not told', async () => {
  const { reporter, counts } = make({
    onGather: () => {
      vi.advanceTimersByTime(200); // One look takes this long.
      reporter.soon();
    },
  });
  reporter.now();
  await vi.advanceTimersByTimeAsync(1_500);
  expect(counts.gathered).toBe(1);
  await vi.advanceTimersByTimeAsync(600);
  expect(counts.gathered).toBe(2);
  expect(counts.told).toBe(1);
});

test('what the background needs during a look is told at once', async () => {
  let asked = false;
  const { reporter, counts } = make({
    onGather: () => {
      if (!asked) reporter.now();
      asked = true;
    },
  });
  reporter.now();
  await vi.advanceTimersByTimeAsync(0);
  expect(counts).toMatchObject({ gathered: 2, told: 2 });
});

test('what did not arrive is told after the next change', async () => {
  const { reporter, counts } = make({
    onTell: (times) => {
      if (times === 1) throw new HushmapError('page.gone');
    },
  });
  reporter.now();
  await vi.advanceTimersByTimeAsync(0);
  expect(counts).toMatchObject({ told: 1, failed: 1 });
  reporter.soon();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(counts).toMatchObject({ told: 2, failed: 1 });
});

test('nothing is looked at once the overlay is gone', async () => {
  const { reporter, counts } = make();
  reporter.soon();
  life.abort();
  reporter.soon();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(counts.gathered).toBe(0);
});
