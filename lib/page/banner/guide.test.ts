import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createGuide } from './guide';

const sought = (selector: string) => ({ selector, label: '', role: 'reject' as const });

const over = new AbortController();
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('lets no late question under an older id end a newer one', async () => {
  const ports = { document, shadowRootOf: () => null, frame: 'top' as const };
  const guide = createGuide(window, () => ports, over.signal);
  const told: string[] = [];
  const wait = async (id: string) => {
    await guide.wait(id, sought('#nowhere'));
    told.push(id);
  };
  const older = wait('older');
  void wait('newer');
  await older;
  expect(told).toEqual(['older']);
  // Whoever asked for the older one asks once more.
  await wait('older');
  expect(told).toEqual(['older', 'older']);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(told).toEqual(['older', 'older', 'newer']);
  guide.stop();
});
