import { REGION_PACKS } from '../../consent/regions';
import { runWalkRules, WALK_RULES } from '../../consent/rules/walk-rules';
import { matrixOf } from '../../consent/walk-matrix';
import { type ConsentWalkPolicy, walkPolicyOf } from '../../consent/walk-policy';
import { createTranslator } from '../../core/translator';
import { withExceptions } from '../../gate/answers';
import { RULE_SET } from '../../masking/registry';
import type { Finding } from '../../protocol/findings';
import type { Walk } from '../../protocol/walk/walk';
import type { Sign } from '../../report/bundle/signature';
import { redactUrl } from '../../report/redact-url';
import { destinationOf, requireDestinations } from '../consent/destinations';
import { harsOf } from '../consent/hars';
import { matrixText } from '../consent/matrix-text';
import { type ConsentOptions, readConsentOptions } from '../consent/options';
import { stopOnSignals } from '../consent/stop';
import { type WalkedPage, walkOne } from '../consent/walk-one';
import { writeConsentOutput } from '../consent-output';
import { EXIT } from '../exit';
import { say } from '../output';
import { readExceptions, readPolicy } from '../policy';
import { BrowserWorker } from '../pool';
import { reasonOf } from '../reason';
import { signerOf } from '../signing';
import { UsageError } from '../usage-error';

const translate = createTranslator();

/**
 * Walks the consent paths of pages with trusted clicks, judges what each has started, and prints the
 * matrix.
 *
 * @returns 0 where every check of every page passes, 1 where one fails or needs a person, or a walk was
 *   stopped with what it had, 2 where a page was not reached and no other was found wanting.
 */
export async function consent(args: readonly string[]): Promise<number> {
  const options = readConsentOptions(args);
  const file = readPolicy(options.policy);
  const policy = walkPolicyOf(file.consent);
  const exceptions = readExceptions(options.exceptions, file);
  requireDestinations(options);
  const sign = options.key === null ? null : signerOf(options.key);
  const stop = stopOnSignals();
  // Ctrl+C is answered here: the browser stays until what it has seen is read.
  const worker = new BrowserWorker(false);
  const codes = new Set<number>();
  try {
    for (const [index, url] of options.urls.entries()) {
      if (stop.signal.aborted) {
        say(`${redactUrl(url)} Not walked: the command was stopped.`);
        codes.add(EXIT.failed);
        continue;
      }
      try {
        const page = await walkOne(worker, { ...options, url }, policy, stop.signal);
        const found = runWalkRules({ walk: page.walk, policy });
        const findings = withExceptions(found, page.walk.url, exceptions, page.walk.endedAt);
        tell(page.walk, findings, policy);
        await write({ page, findings, policy, options, sign, index });
        codes.add(codeOf(page, findings));
      } catch (cause) {
        // What the person can mend is no page that was not reached.
        if (cause instanceof UsageError) throw cause;
        say(`${redactUrl(url)} Not reached: ${reasonOf(cause)}`);
        codes.add(EXIT.failed);
      }
    }
  } finally {
    stop.done();
    await worker.close();
  }
  return [EXIT.notClear, EXIT.failed].find((code) => codes.has(code)) ?? EXIT.clear;
}

interface Outcome {
  readonly page: WalkedPage;
  readonly findings: readonly Finding[];
  readonly policy: ConsentWalkPolicy;
  readonly options: ConsentOptions;
  readonly sign: Sign | null;
  readonly index: number;
}

async function write({ page, findings, policy, options, sign, index }: Outcome): Promise<void> {
  const { walk, material } = page;
  await writeConsentOutput(
    {
      walk,
      findings,
      rules: [...WALK_RULES, ...REGION_PACKS[policy.region].rules],
      ruleSet: RULE_SET,
      policy,
      operator: options.operator,
      pictures: material.pictures,
      hars: harsOf(walk, material.visits),
    },
    { format: options.format, ...destinationOf(options, index, walk.url), sign },
  );
}

function tell(walk: Walk, findings: readonly Finding[], policy: ConsentWalkPolicy): void {
  say(`\n${walk.url}\n\n${matrixText(matrixOf(walk, policy))}\n`);
  for (const { outcome, rule, text } of findings) {
    if (outcome === 'pass') continue;
    say(`${outcome === 'fail' ? '✗' : '?'} ${rule}: ${translate(text.id, text.params)}`);
  }
}

function codeOf({ walk, stopped }: WalkedPage, findings: readonly Finding[]): number {
  const isReached = walk.scenarios.some(({ steps }) => steps.length > 0);
  if (!isReached) return EXIT.failed;
  const isOpen = ({ outcome, exception, resolution }: Finding): boolean =>
    outcome !== 'pass' &&
    resolution === null &&
    (exception === undefined || exception.void !== null);
  return stopped || findings.some(isOpen) ? EXIT.notClear : EXIT.clear;
}
