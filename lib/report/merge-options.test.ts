import { describe, expect, it } from 'vitest';
import { mergeOptions } from './merge-options';

const linesOf = (...texts: string[]) => mergeOptions(texts).lines;

describe('options of an init call', () => {
  it('are joined by their keys, at every depth', () => {
    expect(
      linesOf(
        'session_recording: { maskInputOptions: { password: true, email: true } }',
        'session_recording: { maskInputOptions: { password: true, tel: true } }',
        "session_recording: { slimDOMOptions: { comment: true }, blockClass: 'a, b' }",
      ),
    ).toEqual([
      "session_recording: { maskInputOptions: { password: true, email: true, tel: true }, slimDOMOptions: { comment: true }, blockClass: 'a, b' }",
    ]);
  });

  it('are joined by the items of their lists', () => {
    expect(
      linesOf("maskAttributes: ['title', 'alt']", "maskAttributes: ['title', 'data-user']"),
    ).toEqual(["maskAttributes: ['title', 'alt', 'data-user']"]);
  });

  it('stay as they are where one alone sets them', () => {
    const other = "beforeSend: (event) => (event.a === 'x, y' ? null : { ...event, b: [1, 2] })";
    expect(linesOf('maskAllText: true', 'maskAllText: true', other)).toEqual([
      'maskAllText: true',
      other,
    ]);
  });

  it('are told apart where both set the same to something else', () => {
    const [one, other] = ['beforeSend: (e) => f(e)', 'beforeSend: (e) => g(e)'];
    expect(mergeOptions([one, other])).toEqual({ lines: [one], clashing: [other] });
    expect(mergeOptions(['a: { b: 1 }', 'a: { b: 2 }']).clashing).toEqual(['a: { b: 2 }']);
  });
});
