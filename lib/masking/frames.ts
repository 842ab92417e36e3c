import { sha256Hex } from '../core/sha256';
import type { FrameEvidence, FrameState } from '../protocol/evidence';
import type { AuditResult } from '../protocol/findings';
import { recordsFrame } from '../recorders/judge';
import type { MaskingArtifacts } from './contract';

type ChildFrame = FrameEvidence['childFrames'][number];

/** A frame of the page that gave no evidence. */
export interface UnreadFrame {
  /** Names the frame in the next scan too: its parent, its place there, and its origin. */
  readonly key: string;
  /** A number that no frame of a browser has, so that the two are never mixed up. */
  readonly id: number;
  readonly parent: number;
  readonly child: ChildFrame;
  readonly state: Exclude<FrameState, 'read'>;
  /** Whether a recorder would record it; null: can't tell, or there is none to ask. */
  readonly recorded: boolean | null;
}

/**
 * Frames that the documents hold and that did not answer. A document cannot know the numbers that
 * the browser gives its frames, so they are compared by origin: where three frames of an origin were
 * listed and two answered, one is missing.
 */
export function unreadFrames(artifacts: MaskingArtifacts): UnreadFrame[] {
  const answered = new Map<string, number>();
  for (const frame of artifacts.frames) {
    if (frame.frameId !== 0) answered.set(frame.origin, (answered.get(frame.origin) ?? 0) + 1);
  }
  return listed(artifacts.frames).flatMap(({ parent, child }) => {
    const left = answered.get(child.origin) ?? 0;
    answered.set(child.origin, left - 1);
    return left > 0 ? [] : [unread(parent, child, artifacts)];
  });
}

/** Every frame of the page with its state, as the audit's result lists them. */
export function auditedFrames(artifacts: MaskingArtifacts): AuditResult['frames'] {
  const read = artifacts.frames.map((frame) => ({
    id: frame.frameId,
    url: frame.url,
    state: 'read' as const,
    elements: frame.elements,
    sightings: frame.sightings.length,
  }));
  const missing = unreadFrames(artifacts).map(({ id, child, state }) => ({
    id,
    url: child.origin,
    state,
    elements: 0,
    sightings: 0,
  }));
  return [...read, ...missing];
}

/** Whether a frame is of the page's own origin, which is that of its top frame. */
export function isOfTopOrigin(frame: FrameEvidence, frames: readonly FrameEvidence[]): boolean {
  const top = frames.find(({ frameId }) => frameId === 0);
  return frame.frameId === 0 || top === undefined || frame.origin === top.origin;
}

/** Frames that can be seen first: where numbers do not tell, the hidden ones count as unread. */
function listed(frames: readonly FrameEvidence[]): { parent: FrameEvidence; child: ChildFrame }[] {
  const all = frames.flatMap((parent) => parent.childFrames.map((child) => ({ parent, child })));
  return [
    ...all.filter(({ child }) => child.visible),
    ...all.filter(({ child }) => !child.visible),
  ];
}

function unread(
  parent: FrameEvidence,
  child: ChildFrame,
  artifacts: MaskingArtifacts,
): UnreadFrame {
  const key = `${parent.origin} ${child.selector} ${child.origin}`;
  const recorded = isRecorded(parent, child, artifacts);
  const id = FIRST_ID + Number.parseInt(sha256Hex(key).slice(0, 7), 16);
  const allowed = artifacts.allowedFrames.includes(key);
  return { key, id, parent: parent.frameId, child, state: stateOf(allowed, recorded), recorded };
}

const FIRST_ID = 2 ** 31;

function stateOf(allowed: boolean, recorded: boolean | null): UnreadFrame['state'] {
  if (allowed) return 'allowed';
  return recorded === false ? 'recorder-cannot-read' : 'not-audited';
}

function isRecorded(
  parent: FrameEvidence,
  child: ChildFrame,
  artifacts: MaskingArtifacts,
): boolean | null {
  if (artifacts.recorders.length === 0) return null;
  const sameOrigin = child.sameOrigin && isOfTopOrigin(parent, artifacts.frames);
  const answers = artifacts.recorders.map((state) => recordsFrame(state, { sameOrigin }));
  if (answers.includes(true)) return true;
  return answers.includes(null) ? null : false;
}
