import type { ConsentFile } from '../consent-file-schema';
import { findingsByRule } from './consent-html-findings';
import { type PictureSource, presses } from './consent-html-presses';
import { matrixTable, reconciliationTable } from './consent-html-tables';
import { limitsOf, number, timeOf } from './consent-words';
import { inHtml, pageHead } from './html-page';

export type { PictureSource } from './consent-html-presses';

/**
 * The report for people: one file without a script that loads nothing, for screens of 320 px and for
 * paper. No address in it is a link, since a page has written some of them.
 */
export function consentHtml(file: ConsentFile, pictures: PictureSource): string {
  return `${pageHead('Hushmap consent report', STYLE)}
<h1>What the page does on each consent path</h1>
<p class="address"><bdi>${inHtml(file.title)}</bdi><br><code>${inHtml(file.url)}</code></p>
<p class="verdict ${verdictClass(file)}"><strong>${inHtml(file.headline)}</strong> ${inHtml(file.nextStep)}</p>
<p>${countsLine(file)}</p>
${matrixTable(file)}
${findingsByRule(file)}
${reconciliationTable(file)}
${presses(file, pictures)}
${vantage(file)}
</body>
</html>
`;
}

function verdictClass({ counts, scenarios }: ConsentFile): string {
  if (counts.fail > 0) return 'blocked';
  const isWhole = scenarios.length > 0 && scenarios.every(({ state }) => state === 'walked');
  return counts['needs-review'] > 0 || !isWhole ? 'needs-proof' : 'clear';
}

const countsLine = ({ counts, automatic, manual }: ConsentFile): string =>
  `${number(counts.fail, 'finding')} failed, ${counts['needs-review']} need a look, ${counts.pass} passed. ${number(automatic.length, 'step')} ran by program, ${manual.length} by a person's hand.`;

function vantage(file: ConsentFile): string {
  const { driver, browser, version, country, proxy, locale, timezone, viewport, waits } =
    file.vantage;
  const facts: readonly (readonly [string, string])[] = [
    ['Walked', `${timeOf(file.started)} to ${timeOf(file.time)}`],
    ['By', file.operator || 'not stated'],
    ['With', `Hushmap ${file.tool.version} (${driver === 'cli' ? 'command line' : 'panel'})`],
    ['Rules', `${file.ruleSet}, region ${file.region}`],
    ['Browser', `${browser} ${version}, ${viewport.width} × ${viewport.height}`],
    ['From', `${country || 'country not stated'}${proxy ? ', through a proxy' : ''}`],
    ['Language and time zone', `${locale}, ${timezone}`],
    [
      'Waited',
      `${waits.banner / 1000} s for a banner, ${waits.before / 1000} s before a choice, ${waits.after / 1000} s after it`,
    ],
    ['GPC file of the site', gpcWords(file)],
    ['Recorders found', file.recorders.map(({ name }) => name).join(', ') || 'none'],
  ];
  const rows = facts.map(([name, value]) => `<dt>${name}</dt><dd><bdi>${inHtml(value)}</bdi></dd>`);
  const limits = limitsOf(file).map((limit) => `<li>${inHtml(limit)}</li>`);
  return `<section><h2>Where and how this was seen</h2><dl>${rows.join('')}</dl></section>
<section><h2>Limits</h2><ul>${limits.join('')}</ul></section>`;
}

function gpcWords({ gpcFile }: ConsentFile): string {
  if (!gpcFile) return 'none, or not asked for';
  return `${gpcFile.gpc ? 'it honours GPC' : 'it does not honour GPC'}, ${gpcFile.lastUpdate}`;
}

const STYLE = `
h3 { font-size: 1rem; overflow-wrap: anywhere } bdi, code { unicode-bidi: isolate; overflow-wrap: anywhere }
.address, dd, li, td, figcaption { overflow-wrap: anywhere } .dim { color: var(--dim); font-weight: 400 } .pass { color: var(--clear) }
.scroll table { min-width: 640px } caption { text-align: left; color: var(--dim); padding-bottom: .4rem }
.finding { margin: .75rem 0; padding-left: .75rem; border-left: 3px solid var(--line) } .finding p { margin: .25rem 0 }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .25rem 1rem; margin: 0 } dt { color: var(--dim) } dd { margin: 0 }
figure { margin: 1rem 0 } .shot { position: relative; max-width: 720px; border: 1px solid var(--line) } .shot img { display: block; width: 100%; height: auto }
.mark { position: absolute; outline: 3px solid var(--fail); outline-offset: 2px }
@media (max-width: 480px) { body { margin: 1rem auto } dl { grid-template-columns: 1fr } dd { margin-bottom: .5rem } }
@media print { :root { color-scheme: light; --line: #bbb; --fail: #b3261e; --review: #8a5a00; --clear: #1b6e3c; --dim: #444 } body { max-width: none; margin: 0; font-size: 10pt } .scroll { overflow: visible } .scroll table { min-width: 0 } tr, figure, .finding { break-inside: avoid } h2, h3 { break-after: avoid } }`;
