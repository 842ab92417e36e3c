import { randomHex } from '../../core/ids';
import type { MaskingArtifacts } from '../../masking/contract';
import { effectOf, fixesToTry, withSuggested } from '../../masking/preview';
import type { FrameEvidence } from '../../protocol/evidence';
import type { AuditResult } from '../../protocol/findings';
import type { Mark } from '../../protocol/mark';
import type { Preview } from '../../protocol/preview';
import type { RecorderState } from '../../protocol/recorders';
import type { ScanRequest } from '../../protocol/scan-request';
import { scriptsFor } from '../../recorders/rule-scripts';
import type { AuditPorts } from './ports';

type Page = AuditPorts['page'];

/**
 * Puts the classes and attributes that would mend the open findings on the page of a tab, and scans it
 * before and after; where options were suggested, once more with these over the ones in force, which
 * changes nothing on the page. Nothing of it comes into a verdict: it is the page as it might be, not
 * as it is. The marks stay until `unmarkPage`, or until the page is left.
 *
 * @throws whatever a frame that went away meanwhile throws; then some frames may be marked already.
 */
export async function previewFixes(
  tabId: number,
  result: AuditResult,
  { page }: AuditPorts,
): Promise<Preview> {
  const fixes = fixesToTry(result.findings);
  const frameIds = (await page.injectScanner(tabId, false)).toSorted((a, b) => a - b);
  await page.injectRules(tabId, frameIds, scriptsFor(result.recorders));
  const runKey = randomHex(32);
  const look = (recorders: readonly RecorderState[]): Look => ({
    ...{ tabId, page, frameIds, partial: result.partial },
    // Our own marks are changes, too, and none that ask for a scan.
    scan: { runKey, recorders: [...recorders], watch: false, preview: true },
  });
  const { before, elements } = await mark(look(result.recorders), fixes.marks);
  const marked = fixes.marks.length > 0 ? await scan(look(result.recorders)) : before;
  const suggested = withSuggested(result.recorders, fixes);
  return {
    elements,
    notTried: fixes.notTried,
    ...effectOf(before, marked),
    options: suggested && {
      suggested: suggested.suggested,
      ...effectOf(marked, await scan(look(suggested.recorders))),
    },
  };
}

/** One look at all frames of a page, by given setups. */
interface Look {
  readonly tabId: number;
  readonly page: Page;
  readonly frameIds: readonly number[];
  readonly partial: boolean;
  readonly scan: ScanRequest;
}

/** Scans the page as it is, and then puts the marks on it. */
async function mark(look: Look, marks: readonly Mark[]) {
  const frames: FrameEvidence[] = [];
  let elements = 0;
  for (const frameId of look.frameIds) {
    const ofFrame = marks.filter(({ frame }) => frame === frameId);
    const request = { scan: look.scan, marks: ofFrame };
    const told = await look.page.send(look.tabId, frameId, 'scanner.mark', request);
    frames.push({ ...told.evidence, frameId });
    elements += told.elements;
  }
  return { before: artifactsOf(look, frames), elements };
}

async function scan(look: Look): Promise<MaskingArtifacts> {
  const frames: FrameEvidence[] = [];
  for (const frameId of look.frameIds) {
    const told = await look.page.send(look.tabId, frameId, 'scanner.scan', look.scan);
    frames.push({ ...told, frameId });
  }
  return artifactsOf(look, frames);
}

const artifactsOf = (look: Look, frames: readonly FrameEvidence[]): MaskingArtifacts => ({
  frames,
  recorders: look.scan.recorders,
  allowedFrames: [],
  partial: look.partial,
});

/** Takes every mark away. A frame that is gone, or has no scanner, has none. */
export async function unmarkPage(tabId: number, { page }: AuditPorts): Promise<void> {
  const frameIds = await page.injectScanner(tabId, false);
  await Promise.allSettled(
    frameIds.map((frameId) => page.send(tabId, frameId, 'scanner.unmark', undefined)),
  );
}
