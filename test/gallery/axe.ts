import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong, one line each: rule, elements, what it says. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const found = await page.evaluate(async () => {
    const { axe: engine } = window as unknown as { axe: typeof axe };
    const result = await engine.run(document, {
      // A panel is a part of a page of the browser's own; it has no page structure to keep.
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    });
    return result.violations.map(({ id, help, nodes }) => {
      const places = nodes.slice(0, 4).map(({ target, failureSummary }) => {
        return `${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim() ?? ''})`;
      });
      return `${id}: ${help}: ${places.join(' | ')}`;
    });
  });
  return found;
}
