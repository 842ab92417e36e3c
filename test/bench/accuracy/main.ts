/**
 * `tsx test/bench/accuracy/main.ts [--place] [SITE…]`: the harness by itself, with what went astray.
 * With `--place` heat by place alone, which takes a fifth of the time.
 */
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, findChromium } from '../../run/browsers.mjs';
import { measureSite, type Score } from './measure';
import { HELD_OUT, SITES } from './sites';

const wanted = process.argv.slice(2).filter((each) => each !== '--place');
const what = process.argv.includes('--place') ? 'place' : 'all';
const path = findChromium();
if (path === null) throw new Error('Chromium was not found. Install it, or set HUSHMAP_CHROMIUM.');
const browser = await chromium.launch({ executablePath: path, args: CHROMIUM_ARGS });
const share = ({ right, all }: Score) =>
  `${((100 * right) / Math.max(1, all)).toFixed(1)} % of ${all}`;
for (const site of [...SITES, ...HELD_OUT]) {
  if (wanted.length > 0 && !wanted.includes(site.name)) continue;
  const scores = await measureSite(browser, site, what);
  console.log(
    `${site.name}: by element ${share(scores.element)}, by place ${share(scores.pixel)}, as PostHog ${share(scores.posthog)}`,
  );
  // What went astray in these is not looked at, so that nothing is fitted to them.
  if (HELD_OUT.includes(site)) continue;
  for (const [what, misses] of [
    ['element', scores.elementMisses],
    ['place', scores.misses],
  ] as const) {
    const most = [...misses].sort((a, b) => b[1] - a[1]).slice(0, 25);
    for (const [key, times] of most)
      console.log(`  ${what} ${times}× ${key.replaceAll(/\|+/g, '|')}`);
  }
}
await browser.close();
