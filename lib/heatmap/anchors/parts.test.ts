import * as v from 'valibot';
import { expect, it } from 'vitest';
import { AnchoredPartSchema } from '../../protocol/anchor-messages';
import { emptyAnchoredCells } from '../anchored';
import { ANCHORED_STRIDE, anchoredPart, decodeAnchored } from './parts';

it('carries many anchors and cells in parts of at most 1 MB, and none is lost', () => {
  const anchors = Array.from({ length: 3_000 }, (_, i) => ({
    selectors: [`#row-${i} ${'"é" '.repeat(80)}`],
  }));
  const cells = emptyAnchoredCells(100_000);
  for (let i = 0; i < cells.length; i++) {
    cells.anchor[i] = i % anchors.length;
    cells.count[i] = i + 1;
  }
  const names: string[] = [];
  let rows = 0;
  let sum = 0;
  for (let part = 0, parts = 1; part < parts; part++) {
    const sent = v.parse(AnchoredPartSchema, anchoredPart('map', { anchors, cells }, part));
    expect(new TextEncoder().encode(JSON.stringify(sent)).length).toBeLessThan(1_048_576);
    ({ parts } = sent);
    names.push(...sent.anchors.map(([first]) => first ?? ''));
    const { data } = decodeAnchored(sent.cells);
    rows += data.length / ANCHORED_STRIDE;
    for (let i = 3; i < data.length; i += ANCHORED_STRIDE) sum += data[i] ?? 0;
  }
  expect(names).toEqual(anchors.map(({ selectors: [first] }) => first));
  expect(rows).toBe(100_000);
  expect(sum).toBe((100_000 * 100_001) / 2);
});

it('refuses parts that there are not, and cells that are not whole or not numbers', () => {
  const given = { anchors: [{ selectors: ['a'] }], cells: emptyAnchoredCells(1) };
  expect(() => anchoredPart('map', given, 1)).toThrow();
  const nan = Buffer.from(new Uint8Array(new Float32Array([0, 0.5, Number.NaN, 1]).buffer));
  for (const text of ['AAAA', '<html>', nan.toString('base64')]) {
    expect(() => decodeAnchored(text)).toThrow();
  }
});
