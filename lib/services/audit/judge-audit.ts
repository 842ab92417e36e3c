import { randomId } from '../../core/ids';
import { holds, issueClearance } from '../../gate/clearance';
import type { MaskingArtifacts } from '../../masking/contract';
import { unreadFrames } from '../../masking/frames';
import type { AuditResult, Clearance } from '../../protocol/findings';
import type { RecorderState } from '../../protocol/recorders';
import { concludeAudit } from './conclude';
import type { Artifacts } from './gather';
import { type AuditPorts, MOST_REQUESTS } from './ports';
import { originOf } from './standing';

export interface Gathered extends Artifacts {
  /** A look without a grant. */
  readonly partial: boolean;
  /** Judged by other recorders than those on the page: whatever comes of it clears nothing. */
  readonly hypothetical: boolean;
  /** Nobody chose a recorder, and the page has none. */
  readonly standIn: boolean;
  /** Recorders on the page, whoever it is judged by. */
  readonly onPage: readonly RecorderState[];
}

interface Case {
  readonly tabId: number;
  readonly url: string;
  readonly title: string;
  readonly gathered: Gathered;
}

/** From what was gathered to the verdict, and to a clearance where everything is clear. */
export async function judgeAudit(audit: Case, ports: AuditPorts): Promise<AuditResult> {
  const now = ports.clock.now();
  const network = (await ports.network.read(audit.tabId)) ?? [];
  const result = concludeAudit({
    url: audit.url,
    title: audit.title,
    artifacts: await artifactsOf(audit, ports),
    consent: {
      timelines: audit.gathered.timelines,
      network,
      isCut: network.length >= MOST_REQUESTS,
    },
    answers: await ports.resolutions.forOrigin(originOf(audit.url), now),
    exceptions: await ports.exceptions(),
    now,
  });
  const clearance = audit.gathered.hypothetical ? null : await clearanceOf(result, ports);
  return { ...result, clearance };
}

/** Frames are allowed by number; the rules know them by a key that holds in the next scan too. */
async function artifactsOf(audit: Case, ports: AuditPorts): Promise<MaskingArtifacts> {
  const { frames, recorders, partial, standIn } = audit.gathered;
  const proof = await ports.proofs.read(audit.tabId);
  const artifacts = { frames, recorders, partial, standIn, proof, allowedFrames: [] };
  const allowed = (await ports.allowedFrames.read(audit.tabId)) ?? [];
  const keys = unreadFrames(artifacts).filter(({ id }) => allowed.includes(id));
  return { ...artifacts, allowedFrames: keys.map(({ key }) => key) };
}

/** The clearance that still holds, or a new one where the verdict is clear. */
async function clearanceOf(result: AuditResult, ports: AuditPorts): Promise<Clearance | null> {
  // A clearance never stands beside a verdict that is not clear.
  if (result.verdict !== 'clear' || result.partial) return null;
  const now = ports.clock.now();
  const earlier = await ports.clearances.forOrigin(originOf(result.url));
  const holding = earlier.find((clearance) => holds(clearance, result, now).holds);
  if (holding !== undefined) return holding;
  const issued = issueClearance(result, { id: randomId('clearance'), now });
  if (issued === null) return null;
  // One that cannot be saved is none: the verdict stays, and the next audit issues it.
  return ports.clearances.put(issued).then(
    () => issued,
    () => null,
  );
}
