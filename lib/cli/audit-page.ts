import type { Browser, Page } from 'playwright';
import * as v from 'valibot';
import { randomHex } from '../core/ids';
import { createTranslator } from '../core/translator';
import type { Answer } from '../gate/answers';
import { isOfTopOrigin } from '../masking/frames';
import { runMaskingRules } from '../masking/registry';
import { type FrameEvidence, FrameEvidenceSchema } from '../protocol/evidence';
import type { Exception } from '../protocol/exceptions';
import type { AuditResult } from '../protocol/findings';
import type { RecorderId, RecorderState } from '../protocol/recorders';
import type { ScanRequest } from '../protocol/scan-request';
import { recordsFrame } from '../recorders/judge';
import { concludeAudit } from '../services/audit/conclude';
import { recordersOf } from '../services/audit/recorders-of';
import { type CaptureRow, consoleRows, readCaptures } from './captures';
import { chooseRecorders, isStated } from './choose-recorders';
import type { PageOptions, RecorderOptions } from './options';
import { NotReached, visit } from './visit';
import { builtScript, type FrameWorld, openWorlds } from './world';

const translate = createTranslator();

export interface PageRequest extends OpenPageRequest {
  readonly url: string;
  readonly page: PageOptions;
}

export interface OpenPageRequest extends RecorderOptions {
  readonly exceptions: readonly Exception[];
  /** Told of every value of the page, in parts; null: nobody wants them. */
  readonly onCaptures: ((rows: readonly CaptureRow[]) => void) | null;
}

/**
 * Audits one page as it is after loading.
 *
 * @throws NotReached where there is no page to audit.
 */
export async function auditPage(browser: Browser, request: PageRequest): Promise<AuditResult> {
  const { page, console: lines } = await visit(browser, request.url, request.page);
  return auditOpenPage(page, request, lines);
}

/**
 * Audits a page as it stands: whatever was opened, typed or clicked before is part of it.
 *
 * @param lines what the page has written to its console.
 * @throws NotReached where it can't be read.
 */
export async function auditOpenPage(
  page: Page,
  request: OpenPageRequest,
  lines: readonly string[] = [],
): Promise<AuditResult> {
  const worlds = await openWorlds(page);
  const top = worlds[0];
  if (!top) throw new NotReached('The page could not be read.');
  const recorders = chooseRecorders(await detectIn(worlds), request);
  const frames = await scanAll(worlds, recorders, request);
  if (frames[0]?.frameId !== 0) throw new NotReached('The page went away while it was read.');
  const { url, title } = v.parse(StateSchema, await top.evaluate('hushmap.pageState()'));
  request.onCaptures?.(consoleRows(frames[0], url, lines, recorders));
  const standIn = recorders.every((state) => !state.detected && !isStated(state, request));
  const artifacts = { frames, recorders, standIn, allowedFrames: [], partial: false };
  const now = Date.now();
  return concludeAudit({
    url,
    title,
    artifacts,
    consent: null,
    answers: statedOptions(artifacts, request, now),
    exceptions: request.exceptions,
    now,
  });
}

const StateSchema = v.object({ url: v.string(), title: v.string(), ready: v.string() });

/** Recorders that the worlds of a page show. */
export async function detectIn(worlds: readonly FrameWorld[]): Promise<RecorderState[]> {
  const answers = await Promise.all(
    worlds.map(async ({ frameId, evaluateInPage }) => ({
      frameId,
      // A page that breaks its own world hides its recorders' globals; its traffic still shows.
      // By value: a page that has a `toJSON` of its own on arrays changes nothing.
      result: JSON.stringify(
        await evaluateInPage(`${builtScript('facts.js')};hushmapFacts.facts()`).catch(() => null),
      ),
    })),
  );
  return recordersOf(answers);
}

async function scanAll(
  worlds: readonly FrameWorld[],
  recorders: readonly RecorderState[],
  { onCaptures }: OpenPageRequest,
): Promise<FrameEvidence[]> {
  const request: ScanRequest = { runKey: randomHex(32), recorders: [...recorders], watch: false };
  const frames: FrameEvidence[] = [];
  for (const world of worlds) {
    const answer = await world
      .evaluate(`hushmap.scan(${JSON.stringify(request)}, ${onCaptures !== null})`)
      .catch(() => null);
    const scanned = v.safeParse(FrameEvidenceSchema, answer);
    // A frame that did not answer is listed by its parent, and counts as not read.
    if (!scanned.success) continue;
    const frame = { ...scanned.output, frameId: world.frameId };
    frames.push(frame);
    if (onCaptures) await readCaptures(world, frame, reachOf(frame, frames, recorders), onCaptures);
  }
  return frames;
}

/** Whether each recorder sees into a frame, the origins of both in mind. */
function reachOf(
  frame: FrameEvidence,
  frames: readonly FrameEvidence[],
  recorders: readonly RecorderState[],
): ReadonlyMap<RecorderId, boolean | null> {
  const isOwn = isOfTopOrigin(frame, frames);
  return new Map(
    recorders.map((state) => [state.id, isOwn || recordsFrame(state, { sameOrigin: false })]),
  );
}

/** Whoever names a recorder or its options on the command line has stated what the site will run. */
function statedOptions(
  artifacts: Parameters<typeof runMaskingRules>[0],
  request: RecorderOptions,
  now: number,
): Answer[] {
  const stated = artifacts.recorders.filter((state) => isStated(state, request));
  const ids = new Set(stated.map(({ id }) => id));
  return runMaskingRules(artifacts)
    .filter(({ rule, recorder }) => rule === 'options-assumed' && recorder && ids.has(recorder))
    .map(({ id }) => ({
      findingId: id,
      answer: 'accepted',
      reason: translate('audit.answer.stated'),
      expires: now + 1,
    }));
}
