// @vitest-environment node
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { step, walkOf } from '../../consent/testing/walk';
import { walkOne } from '../consent/walk-one';
import { run } from '../run';

// The built program reads it beside itself.
vi.mock('../version', () => ({ VERSION: '0.1.0' }));
vi.mock('../consent/walk-one', () => ({ walkOne: vi.fn() }));

const folder = mkdtempSync(join(tmpdir(), 'consent-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);
const URL = 'https://shop.example/';

let said = '';
beforeEach(() => {
  said = '';
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += text;
    return true;
  });
  vi.mocked(walkOne).mockReset();
  vi.mocked(walkOne).mockResolvedValue(walked(false));
});
afterEach(() => void vi.restoreAllMocks());

const walked = (stopped: boolean) => ({
  walk: walkOf([
    {
      id: 'untouched',
      repeat: 0,
      state: 'partly',
      obstacle: 'interrupted',
      steps: [step('before')],
      clicks: null,
    },
  ]),
  material: { pictures: new Map(), visits: new Map() },
  stopped,
});

describe('hushmap consent', () => {
  it('says before it walks what a person has to mend', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    writeFileSync(at('rsa.pem'), rsa.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
    writeFileSync(at('words.pem'), 'secret words', { mode: 0o600 });
    writeFileSync(at('file'), '');
    mkdirSync(at('taken.zip'));
    for (const [args, sentence] of [
      [['--bundle', at('a.zip'), '--key', at('rsa.pem')], '--key'],
      [['--bundle', at('a.zip'), '--key', at('words.pem')], '--key'],
      [['--bundle', at('a.zip'), '--key', at('not-there.pem')], '--key'],
      [['--key', at('rsa.pem')], 'add --bundle'],
      [['--out', at('file/folder')], '--out'],
      [['--bundle', at('no/such/a.zip')], '--bundle'],
      [['--bundle', at('taken.zip')], '--bundle'],
    ] as const) {
      said = '';
      expect({ args, code: await run(['consent', URL, ...args]) }).toEqual({ args, code: 2 });
      expect(said).toContain(sentence);
      expect(said).not.toMatch(/secret words|Not reached/);
    }
    expect(walkOne).not.toHaveBeenCalled();
    expect(existsSync(at('a.zip'))).toBe(false);
  });

  it('prints the matrix before it writes, and says of a place that was lost meanwhile what it is', async () => {
    mkdirSync(at('gone'));
    vi.mocked(walkOne).mockImplementation(async () => {
      rmSync(at('gone'), { recursive: true });
      return walked(false);
    });
    expect(await run(['consent', URL, '--bundle', at('gone/a.zip')])).toBe(2);
    expect(said).toMatch(/before a choice[\s\S]*a\.zip cannot be written/);
    expect(said).not.toContain('Not reached');
  });

  it('numbers the bundles of several pages in the folder that was named', async () => {
    const more = ['--bundle', at('b.zip'), '--out', at('out')];
    expect(await run(['consent', URL, `${URL}two`, ...more])).toBe(1);
    expect([at('1-b.zip'), at('2-b.zip')].every((name) => existsSync(name))).toBe(true);
  });

  it('writes what a walk that was stopped has seen, and never ends with 0', async () => {
    vi.mocked(walkOne).mockResolvedValue(walked(true));
    expect(await run(['consent', URL, '--out', at('stopped')])).toBe(1);
    expect(existsSync(at('stopped/consent.json'))).toBe(true);
    vi.mocked(walkOne).mockRejectedValue(new Error('It took too long.'));
    expect(await run(['consent', URL])).toBe(2);
    expect(said).toContain('Not reached: It took too long.');
  });
});
