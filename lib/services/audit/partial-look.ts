import * as v from 'valibot';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { HushmapError } from '../../core/errors';
import { randomHex } from '../../core/ids';
import { evaluateInPage } from '../../platform/devtools';
import { readOwnFile } from '../../platform/files';
import { type PageFacts, PageFactsSchema } from '../../protocol/audit';
import { type FrameEvidence, FrameEvidenceSchema } from '../../protocol/evidence';
import type { ScanRequest } from '../../protocol/scan-request';
import { detectRecorders } from '../../recorders/detect';
import { assumeRecorder } from '../../recorders/index';
import { scriptsFor } from '../../recorders/rule-scripts';

/**
 * A look at the page without a grant: DevTools evaluates our scanner in the page's own world. The
 * page could tamper with it and closed roots stay shut, so what it finds is shown, and it never ends
 * in a clear verdict.
 */
export async function lookWithoutGrant(): Promise<{ facts: PageFacts; evidence: FrameEvidence }> {
  const facts = v.parse(
    PageFactsSchema,
    asJson(await evaluateInPage(await readOwnFile('/recorder-facts.js'))),
  );
  const detected = detectRecorders(facts);
  const request: ScanRequest = {
    runKey: randomHex(32),
    recorders: detected.length > 0 ? detected : [assumeRecorder('posthog')],
    watch: false,
  };
  return { facts, evidence: await scanInPage(request) };
}

/** The scan takes a while and DevTools waits for nothing, so the outcome is left under a name and fetched. */
async function scanInPage(request: ScanRequest): Promise<FrameEvidence> {
  const name = JSON.stringify(`hushmap_${randomHex(8)}`);
  const scan = await readExpression('/partial-scan.js');
  const rules = await Promise.all(
    scriptsFor(request.recorders).map((script) => readExpression(`/rules-${script}.js`)),
  );
  await evaluateInPage(
    `(() => { const scan = ${scan};
       scan(${JSON.stringify(request)}, Object.assign({}, ${rules.join(', ')})).then((told) => { globalThis[${name}] = told; }); })()`,
  );
  for (let waited = 0; waited < LIMIT_MS; waited += STEP_MS) {
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
    const told = await evaluateInPage(
      `(() => { const told = globalThis[${name}]; delete globalThis[${name}]; return told ?? null; })()`,
    );
    if (told !== null) return v.parse(FrameEvidenceSchema, asJson(told));
  }
  throw new HushmapError('page.gone');
}

/** An unlisted script is one expression: its value is the scan, or a table of rules. */
const readExpression = async (file: ScriptPublicPath): Promise<string> =>
  (await readOwnFile(file)).trim().replace(/;$/, '');

const LIMIT_MS = 20_000;
const STEP_MS = 100;

function asJson(told: unknown): unknown {
  if (typeof told !== 'string') throw new HushmapError('page.notAllowed');
  try {
    return JSON.parse(told);
  } catch {
    throw new HushmapError('page.notAllowed');
  }
}
