import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe-core finds wrong, one line each: rule, elements, what it says. A theme is colours alone, so
 * a screen that was looked at whole in one needs only those looked at in another.
 */
export async function violations(page: Page, what: 'all' | 'colours' = 'all'): Promise<string[]> {
  await page.evaluate(source);
  const only = what === 'colours' ? ['color-contrast', 'link-in-text-block'] : null;
  const found = await page.evaluate(async (rules) => {
    const { axe: engine } = window as unknown as { axe: typeof axe };
    const result = await engine.run(document, {
      ...(rules === null ? {} : { runOnly: { type: 'rule', values: rules } }),
      // A panel is a part of a page of the browser's own; it has no page structure to keep.
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    });
    return result.violations.map(({ id, help, nodes }) => {
      const places = nodes.slice(0, 4).map(({ target, failureSummary }) => {
        return `${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim() ?? ''})`;
      });
      return `${id}: ${help}: ${places.join(' | ')}`;
    });
  }, only);
  return found;
}
