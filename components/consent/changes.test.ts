import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../lib/core/translator';
import { REPORTS } from '../../test/gallery/fixtures/walk/states';
import { changesOf } from './changes';

const t = createTranslator();

describe('the changes since the last run', () => {
  const changes = changesOf(REPORTS.done, t);

  it('names what is new and otherwise, the worse first', () => {
    const findings = changes.filter(({ of }) => of === 'finding');
    expect(findings.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['new', 'changed']));
    const turns = changes.map(({ turn }) => turn);
    expect(turns).toEqual([...turns].sort().reverse());
    expect(turns[0]).toBe('worse');
  });

  it('names the cell that no longer holds', () => {
    const cell = changes.find(({ what }) => what === 'Reject, After the choice');
    expect(cell).toMatchObject({ of: 'cell', kind: 'changed', turn: 'worse' });
  });

  it('tells what a walk did not reach once for each path', () => {
    const missing = changes.filter(({ what }) => what === 'Scroll, steps that are missing');
    expect(missing).toHaveLength(1);
  });

  it('has nothing to say without a run before, or where both are the same', () => {
    expect(changesOf({ ...REPORTS.done, last: null }, t)).toEqual([]);
    expect(changesOf({ ...REPORTS.done, last: REPORTS.done.walk }, t)).toEqual([]);
  });
});
