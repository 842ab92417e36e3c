import { expect, it } from 'vitest';
import { el, snapshot } from '../../wire/autopsy/test-events';
import { type AutopsySaid, runAutopsy } from './autopsy-run';

const run = async (asked: unknown) => {
  const said: AutopsySaid[] = [];
  await runAutopsy(asked, (each) => said.push(each));
  return said;
};
const recording = new Blob([
  JSON.stringify([snapshot(1_760_000_000_000, el('p', {}, 'ada@acme.test'))]),
]);

it('says how far it is, and in the end what the files hold, without a value', async () => {
  const said = await run([
    { name: 'a.json', file: recording },
    { name: 'b.json', file: new Blob(['[]']) },
  ]);
  expect(said.slice(0, 2)).toEqual([
    { kind: 'reading', done: 0, total: 2 },
    { kind: 'reading', done: 1, total: 2 },
  ]);
  expect(said.at(-1)).toMatchObject({
    kind: 'report',
    report: { recordings: 1, affected: [{ file: 'a.json', classes: ['email'] }] },
  });
  expect(JSON.stringify(said)).not.toContain('ada@');
});

it('goes on after a file that is gone', async () => {
  const gone = Object.assign(new Blob(['[]']), {
    arrayBuffer: () => Promise.reject(new DOMException('It was removed', 'NotFoundError')),
  });
  const said = await run([
    { name: 'gone.json', file: gone },
    { name: 'a.json', file: recording },
  ]);
  expect(said.at(-1)).toMatchObject({
    report: { files: [{ file: 'gone.json', kind: 'unreadable' }, { kind: 'rrweb' }] },
  });
});

it('says so where it was asked for something else', async () => {
  expect(await run('everything')).toEqual([{ kind: 'failed', code: 'unexpected' }]);
});
