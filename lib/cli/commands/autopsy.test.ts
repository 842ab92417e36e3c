// @vitest-environment node
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { el, snapshot } from '../../wire/autopsy/test-events';
import { autopsy } from './autopsy';

const folder = mkdtempSync(join(tmpdir(), 'autopsy-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const dirty = [snapshot(1_760_000_000_000, el('p', {}, 'ada@acme.test'))];
const clean = [snapshot(1_760_000_000_000, el('p', {}, 'Nothing to see here'))];

async function run(...args: string[]) {
  let out = '';
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text;
    return true;
  });
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    return { code: await autopsy(args), out };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

describe('hushmap autopsy', () => {
  it('ends with 0 for what is clean, 1 for what is not, 2 for what is no recording', async () => {
    expect((await run(file('a.json', clean))).code).toBe(0);
    expect((await run(file('b.json', dirty))).code).toBe(1);
    expect((await run(file('c.json', 'no JSON'))).code).toBe(2);
    expect((await run(file('d.jsonl', `${JSON.stringify(clean[0])}\n{"type"`))).code).toBe(1);
  });

  it('reads folders, and writes the list of what has to be deleted', async () => {
    const inner = join(folder, 'many');
    mkdirSync(join(inner, 'deeper'), { recursive: true });
    file('many/one.json', clean);
    const two = file('many/deeper/two.jsonl', JSON.stringify(dirty[0]));
    file('many/notes.txt', 'ada@acme.test');
    const list = join(folder, 'delete.json');
    const { code, out } = await run(inner, '--format', 'markdown', '--affected', list);
    expect(code).toBe(1);
    expect(out).toContain('2 files, 2 recordings; 1 with something personal');
    expect(out).not.toContain('ada@');
    expect(JSON.parse(readFileSync(list, 'utf8'))).toMatchObject([
      { file: two, classes: ['email'] },
    ]);
  });

  it('says what to type instead', async () => {
    await expect(run()).rejects.toThrow('Give at least one file or folder.');
    await expect(run(join(folder, 'not-there.json'))).rejects.toThrow('is not there');
    await expect(run(folder, '--format', 'html')).rejects.toThrow('json, markdown');
  });
});
