import type { AuditFileFinding } from '../audit-file-schema';
import type { ConsentFile } from '../consent-file-schema';
import { number, timeOf } from './consent-words';
import { openFindings } from './contract';
import { inHtml } from './html-page';

/** Findings by rule, those that stand in the way first; what passed is told by its number. */
export function findingsByRule(file: ConsentFile): string {
  const open = openFindings(file);
  const rules = [...new Set([...open, ...file.findings].map(({ rule }) => rule))];
  const parts = rules.map((rule) => part(file, rule, open));
  const none = '<p>No rule applied to what was seen.</p>';
  return `<section><h2>Findings</h2>${parts.join('') || none}</section>`;
}

function part(file: ConsentFile, rule: string, open: readonly AuditFileFinding[]): string {
  const known = file.rules.find(({ id }) => id === rule);
  const mine = open.filter((finding) => finding.rule === rule);
  const others = file.findings.filter((one) => one.rule === rule && !mine.includes(one));
  const source = known ? `<p class="dim">Source: ${inHtml(known.source)}</p>` : '';
  const rest =
    others.length > 0
      ? `<details><summary>${number(others.length, 'finding')} that passed or ${others.length === 1 ? 'was' : 'were'} accepted</summary><ul>${others.map(({ text }) => `<li>${inHtml(text)}</li>`).join('')}</ul></details>`
      : '';
  return `<h3>${inHtml(known?.title ?? rule)} <span class="dim">(${number(mine.length, 'open finding')})</span></h3>${source}${mine.map(item).join('')}${rest}`;
}

function item({ outcome, severity, text, target, why, fix, at }: AuditFileFinding): string {
  const mark =
    outcome === 'fail'
      ? `<b class="fail">✗ ${severity}</b>`
      : '<b class="review">? needs a look</b>';
  const reasons = why.map((line) => `<li>${inHtml(line)}</li>`).join('');
  return `<div class="finding"><p>${mark} ${inHtml(text)}</p>
${at === null ? '' : `<p class="dim">At ${timeOf(at)}</p>`}
${target.selector === '' ? '' : `<p><code>${inHtml(target.selector)}</code></p>`}
${reasons === '' ? '' : `<ul>${reasons}</ul>`}
${fix === null ? '' : `<p>Fix: <code>${inHtml(fix.text)}</code><br>${inHtml(fix.effect)}</p>`}</div>`;
}
