import { describe, expect, test } from 'vitest';
import { createRowReader, JsonRowsError } from './json-rows';
import { jsonErrorOffset, parseLoosely } from './json-text';

/** Reads a text in pieces of `step` characters. */
function read(
  text: string,
  step = text.length || 1,
  key: string | null = 'rows',
): { rows: unknown[]; rest: unknown } {
  const rows: unknown[] = [];
  const reader = createRowReader({
    key,
    onRows: (batch) => {
      rows.push(...batch);
      return true;
    },
  });
  for (let at = 0; at < text.length; at += step) reader.push(text.slice(at, at + step));
  return { rows, rest: reader.end() };
}

function errorOf(
  text: string,
  step?: number,
  key?: string | null,
): Pick<JsonRowsError, 'kind' | 'offset'> {
  try {
    read(text, step, key);
  } catch (cause) {
    if (cause instanceof JsonRowsError) return { kind: cause.kind, offset: cause.offset };
    throw cause;
  }
  throw new Error('The text was read.');
}

const TEXTS = [
  '{"rows":[]}',
  '{"rows":[ \n ]}',
  '{"rows":[1]}',
  '{"rows":[1,"a,b",[2,[3]],{"x":[4]},null,true]}',
  ' {"a":1 , "rows" :\t[{"x":"]}\\"\\\\","y":{"rows":[1]}} , {"x":2}],"b":{"rows":[9]}}\n',
  '{"a":{"rows":[1]},"b":["rows",[2]],"c":"rows","rows":[{"é":"🔥"}],"rows2":[3]}',
  '{"rows":"none"}',
  '{"rows":{"x":[1]}}',
  '{"a":[1,2]}',
  '{}',
];

describe('reading rows piece by piece', () => {
  test.each(TEXTS)('reads %s as JSON.parse does, however it is cut', (text) => {
    const whole: Record<string, unknown> = JSON.parse(text);
    const isList = Array.isArray(whole.rows);
    for (const step of [1, 2, 3, 7, 1000]) {
      const { rows, rest } = read(text, step);
      expect(rows).toEqual(isList ? whole.rows : []);
      expect(rest).toEqual(isList ? { ...whole, rows: [] } : whole);
    }
  });

  test('hands rows on before the text has ended', () => {
    const seen: unknown[] = [];
    const reader = createRowReader({ key: 'rows', onRows: (rows) => seen.push(...rows) > 0 });
    reader.push('{"rows":[{"a":1},{"a":2},{"a"');
    expect(seen).toEqual([{ a: 1 }, { a: 2 }]);
  });

  test('stops where enough was had, and takes no notice of what follows', () => {
    const reader = createRowReader({ key: 'rows', onRows: () => false });
    reader.push('{"rows":[1,2,');
    expect(reader.stopped).toBe(true);
    reader.push('nonsense');
  });

  test.each([
    ['', 'truncated'],
    ['  \n', 'truncated'],
    ['{"rows":[1,2', 'truncated'],
    ['{"rows":[1,2]', 'truncated'],
    ['{"rows":[{"a":"', 'truncated'],
    ['{"rows":[1,]}', 'not-json'],
    ['{"rows":[,1]}', 'not-json'],
    ['{"rows":[1,,2]}', 'not-json'],
    ['{"rows":[1}}', 'not-json'],
    ['{"rows":[1]]', 'not-json'],
    ['{"rows":[1]} {', 'not-json'],
    ['{"rows" [1]}', 'not-json'],
    ['{"rows":[tru]}', 'not-json'],
    ['<html>', 'not-json'],
    ['null', 'not-json'],
    ['[{"rows":[1]}]', 'not-object'],
  ])('refuses %j as %s, however it is cut', (text, kind) => {
    for (const step of [1, 2, 5, 1000]) expect(errorOf(text, step).kind).toBe(kind);
  });

  test('holds no endless row and no endless head', () => {
    expect(errorOf(`{"a":"${'x'.repeat(2_000_000)}"}`, 65_536).kind).toBe('oversized');
    expect(errorOf(`{"rows":["${'x'.repeat(5_000_000)}"]}`, 65_536).kind).toBe('oversized');
    expect(errorOf(`{"rows":[${'['.repeat(5_000_000)}`, 65_536).kind).toBe('oversized');
  });

  test('says near which character the error is', () => {
    const text = `{"rows":[${'{"a":1},'.repeat(1000)}{"a":oops},{"a":1}]}`;
    const row = text.indexOf('{"a":oops');
    for (const step of [100, 1000, 100_000]) {
      const { offset } = errorOf(text, step);
      expect(offset).toBeGreaterThanOrEqual(row);
      expect(offset).toBeLessThanOrEqual(row + 9);
    }
    const tail = '{"a":1,"rows":[1,2,3],"b":tru}';
    const near = errorOf(tail).offset;
    // Chromium names this place; Firefox names one nearby.
    expect(Math.abs(near - tail.indexOf('tru'))).toBeLessThan(6);
  });
});

describe('reading an array that is the whole text', () => {
  test.each([
    '[]',
    ' [ \n ] ',
    '[1]',
    '[1,"a,b]",[2,[3]],{"x":[4],"y":"]"},null,true]\n',
    '[{"label":"350","value":"27"},{"label":"1000","value":"3"}]',
    '[[1],[2]]',
  ])('reads %s as JSON.parse does, however it is cut', (text) => {
    for (const step of [1, 2, 3, 7, 1000]) {
      expect(read(text, step, null)).toEqual({ rows: JSON.parse(text), rest: [] });
    }
  });

  test('returns an object that comes in its place whole, with no rows', () => {
    const text = '{"result":"error","message":"no [1,2] \\" here","more":[1,{"a":[2]}]}';
    for (const step of [1, 2, 3, 7, 1000]) {
      expect(read(text, step, null)).toEqual({ rows: [], rest: JSON.parse(text) });
    }
  });

  test.each([
    ['', 'truncated'],
    ['[1,2', 'truncated'],
    ['[{"a":"', 'truncated'],
    ['[1,]', 'not-json'],
    ['[,1]', 'not-json'],
    ['[1}', 'not-json'],
    ['[1]]', 'not-json'],
    ['[1] [2]', 'not-json'],
    ['[tru]', 'not-json'],
    ['<html>', 'not-json'],
    ['"text"', 'not-json'],
    ['null', 'not-json'],
  ])('refuses %j as %s, however it is cut', (text, kind) => {
    for (const step of [1, 2, 5, 1000]) expect(errorOf(text, step, null).kind).toBe(kind);
  });

  test('holds no endless row', () => {
    expect(errorOf(`["${'x'.repeat(5_000_000)}"]`, 65_536, null).kind).toBe('oversized');
  });
});

describe('loose numbers', () => {
  test('NaN and Infinity are no numbers, and words in texts stay', () => {
    const text = '[NaN,-Infinity,Infinity,"NaN",{"NaN \\" NaN":1}]';
    expect(parseLoosely(text)).toEqual([null, null, null, 'NaN', { 'NaN " NaN': 1 }]);
  });

  test.each(['[NaNa]', '[Nan]', '[undefined]'])('%s is an error still', (text) => {
    expect(() => parseLoosely(text)).toThrow(SyntaxError);
  });
});

describe('where JSON.parse gave up', () => {
  test.each([
    ['Unexpected token } in JSON at position 7', 7],
    ['Expected property name in JSON at position 7 (line 1 column 8)', 7],
    ['JSON.parse: unexpected character at line 2 column 3 of the JSON data', 6],
    ['Unexpected token', 5],
  ])('is read from %j', (said, offset) => {
    expect(jsonErrorOffset(new SyntaxError(said), '[1,\n[x2,x]')).toBe(offset);
  });
});
