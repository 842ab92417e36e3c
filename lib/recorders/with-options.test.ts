import { describe, expect, it } from 'vitest';
import { assumeRecorder } from '.';
import { FUNCTION_MARK } from './json';
import { judgeAt } from './judge';
import { withOptions } from './with-options';

const merged = (before: Record<string, unknown>, ...adds: Record<string, unknown>[]) =>
  withOptions({ ...assumeRecorder('rrweb'), options: before }, adds).options;

describe('options added to those in force', () => {
  it('join tables, lists and selectors, and replace the rest', () => {
    expect(
      merged(
        {
          maskInputOptions: { password: true },
          mask: ['.a'],
          maskTextSelector: '.thread',
          trackResources: true,
        },
        { maskInputOptions: { tel: true }, mask: ['title'], trackResources: false },
        { maskInputOptions: { email: true }, maskTextSelector: 'title' },
      ),
    ).toEqual({
      maskInputOptions: { password: true, tel: true, email: true },
      mask: ['.a', 'title'],
      maskTextSelector: '.thread, title',
      trackResources: false,
    });
  });

  it('say nothing twice, empty a list on purpose, and build on nothing that can’t be read', () => {
    const before = { maskTextSelector: 'title', consoleMethods: ['log'], table: FUNCTION_MARK };
    const adds = { maskTextSelector: 'title', consoleMethods: [], table: { on: true } };
    expect(merged(before, adds)).toEqual(adds);
    expect(merged({ maskTextSelector: null }, { maskTextSelector: 'p' })).toEqual({
      maskTextSelector: 'p',
    });
  });

  it('make a prediction of a recorder that was running', () => {
    const state = { ...assumeRecorder('posthog'), detected: true, recording: true };
    expect(withOptions(state, [])).toMatchObject({ recording: null, optionSource: 'entered' });
  });
});

describe('the options that a fix proposes', () => {
  it.each([
    ['posthog', 'document-title', {}, ''],
    ['rrweb', 'document-title', {}, ''],
    ['rrweb', 'comment', {}, ''],
    ['sentry', 'document-title', { maskAllText: false }, ''],
    ['newrelic', 'document-title', { mask_text_selector: '.x' }, ''],
    ['datadog', 'resource-url', {}, ''],
    ['openreplay', 'console', {}, 'log'],
    ['highlight', 'console', {}, 'log'],
    ['mixpanel', 'console', { record_console: true }, 'log'],
  ] as const)('cover what %s would take by %s', (id, channel, options, attribute) => {
    const state = assumeRecorder(id, options);
    const captured = (by: typeof state) => judgeAt(by).capture(channel, attribute || undefined);
    const { capture, fix } = captured(state);
    expect(capture).toBe('plain');
    const after = captured(withOptions(state, fix?.options ? [fix.options] : []));
    expect(['masked', 'length-only', 'absent']).toContain(after.capture);
  });
});
