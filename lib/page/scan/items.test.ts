import { describe, expect, it } from 'vitest';
import { Items } from './items';

function parentOf(count: number): HTMLElement {
  const parent = document.createElement('div');
  for (let i = 0; i < count; i++) parent.append(document.createElement('p'));
  return parent;
}

function rest(items: Items): number {
  let count = 0;
  while (items.next() !== null) count += 1;
  return count;
}

describe('the children of a node', () => {
  it('come all, however many there are', () => {
    for (const count of [0, 1, 4_000, 4_001, 9_000]) {
      expect(rest(new Items(parentOf(count)))).toBe(count);
    }
  });

  it('keep a run of text whole', () => {
    const parent = parentOf(3_998);
    for (let i = 0; i < 10; i++) parent.append('a', document.createComment(''));
    parent.append(document.createElement('p'), 'b');
    const runs: number[] = [];
    const items = new Items(parent);
    for (let item = items.next(); item; item = items.next()) {
      if (Array.isArray(item)) runs.push(item.length);
    }
    expect(runs).toEqual([10, 1]);
  });

  it('go on behind what is still there, and are lost where nothing is', () => {
    const some = parentOf(9_000);
    const going = new Items(some);
    going.next();
    for (const child of [...some.children].slice(10, 4_000)) child.remove();
    expect([rest(going), going.isLost]).toEqual([8_999, false]);
    const none = parentOf(9_000);
    const lost = new Items(none);
    lost.next();
    for (const child of [...none.children].slice(0, 4_000)) child.remove();
    expect([rest(lost), lost.isLost]).toEqual([3_999, true]);
  });
});
