import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';

const OUTPUT = join(import.meta.dirname, '../../.output');

/** Blocks only where hosts were granted; the browsers show no warning for it at install. */
const HOLD = 'declarativeNetRequestWithHostAccess';

for (const browser of ['chrome-mv3', 'firefox-mv3']) {
  test.describe(`the extension as shipped: ${browser}`, () => {
    const manifest = () => JSON.parse(readFileSync(join(OUTPUT, browser, 'manifest.json'), 'utf8'));

    test('asks for nothing on any page in advance', () => {
      expect(manifest().content_scripts).toBeUndefined();
      expect(manifest().host_permissions).toBeUndefined();
      expect(manifest().permissions.toSorted()).toEqual(
        browser === 'chrome-mv3'
          ? ['activeTab', HOLD, 'scripting', 'sidePanel', 'storage']
          : ['activeTab', HOLD, 'scripting', 'storage'],
      );
      expect(manifest().optional_permissions).toEqual(['browsingData', 'cookies']);
    });

    test('shows no page of ours to the web', () => {
      expect(manifest().web_accessible_resources ?? []).toEqual([]);
    });

    test('runs no code that it fetches', () => {
      const scripts = readdirSync(join(OUTPUT, browser), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.js'))
        .map((file) => readFileSync(join(OUTPUT, browser, file), 'utf8'));
      expect(scripts.length).toBeGreaterThan(4);
      for (const script of scripts) {
        expect(script).not.toMatch(/\bnew Function\(/);
        expect(script).not.toMatch(/\bimportScripts\(["'`]https?:/);
      }
    });
  });
}
