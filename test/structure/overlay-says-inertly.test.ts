import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../lib/page/overlay');

/** Texts that say nothing of the heat: the handle's arrows, and a rule of style. */
const PLAIN = ["knob.textContent = '‹ ›';", 'style.textContent = rule;'];

it('all that the overlay says on a page goes through what a page cannot search', () => {
  const written = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'dom.ts')
    .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').split('\n'))
    .map((line) => line.trim())
    .filter((line) =>
      /(textContent|innerText|innerHTML|nodeValue)\s*=[^=]|createTextNode/.test(line),
    );
  expect(written.toSorted()).toEqual(PLAIN.toSorted());
});
