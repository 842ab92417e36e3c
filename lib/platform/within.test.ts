import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { framesWith, inject } from './tabs';
import { within } from './within';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const never = () => new Promise<never>(() => undefined);

describe('a page that does not answer', () => {
  it('is said to be silent after half a minute, and not before', async () => {
    const told = vi.fn();
    within(never()).catch(told);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(told).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toHaveBeenCalledWith(expect.objectContaining({ code: 'page.silent' }));
  });

  it('leaves nothing waiting where the answer comes, good or bad', async () => {
    expect(await within(Promise.resolve(7))).toBe(7);
    await expect(within(Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    ['is injected into', () => inject(1, '/recorder-facts.js', { world: 'MAIN' })],
    ['is looked at for our marks', () => framesWith(1, 'mark')],
  ])('is not waited for where it %s', async (_, work) => {
    vi.spyOn(browser.scripting, 'executeScript').mockImplementation(never);
    const outcome = expect(work()).rejects.toMatchObject({ code: 'page.silent', params: [30] });
    await vi.advanceTimersByTimeAsync(30_000);
    await outcome;
  });
});
