import type { Proof, ProofField, ProofHit, ProofVerdict, Tap } from '../../../lib/protocol/proof';
import type { Capture, RecorderId } from '../../../lib/protocol/recorders';

/** What of one field one receiver got, and what the rules said of it where it is a recorder. */
export interface ProofRow {
  readonly id: string;
  readonly field: ProofField;
  readonly recorder: RecorderId | null;
  /** Host; empty: inside the page. */
  readonly receiver: string;
  readonly predicted: Capture | null;
  readonly found: ProofVerdict['found'];
  readonly outcome: ProofVerdict['outcome'] | 'other' | 'own' | 'inside';
  readonly taps: readonly Tap[];
  readonly hits: readonly ProofHit[];
}

/** One row for field × recorder, and one for field × any other receiver that a canary reached. */
export function rowsOf(proof: Proof): ProofRow[] {
  if (proof.report.void !== null) return [];
  const fields = new Map(proof.fields.map((field) => [field.key, field]));
  const judged = proof.verdicts.flatMap((verdict) => {
    const field = fields.get(verdict.key);
    if (!field) return [];
    const { recorder, predicted, found, outcome } = verdict;
    const hits = proof.report.hits.filter(
      (hit) => hit.key === verdict.key && hit.recorder === recorder,
    );
    const id = `${verdict.key}\n${recorder}`;
    const receiver = hits[0]?.receiver ?? '';
    return [{ id, field, recorder, receiver, predicted, found, outcome, hits, taps: tapsOf(hits) }];
  });
  const others = new Map<string, ProofHit[]>();
  for (const hit of proof.report.hits) {
    if (hit.recorder !== null) continue;
    const id = `${hit.key}\n${hit.receiver || hit.request}`;
    others.set(id, [...(others.get(id) ?? []), hit]);
  }
  const own = hostOf(proof.origin);
  const rest = [...others].flatMap(([id, hits]): ProofRow[] => {
    const [first] = hits;
    const field = first && fields.get(first.key);
    if (!first || !field) return [];
    const { receiver } = first;
    const outcome = receiver === '' ? 'inside' : isOfSite(receiver, own) ? 'own' : 'other';
    const found = first.form;
    const base = { id, field, recorder: null, receiver, predicted: null };
    return [{ ...base, found, outcome, hits, taps: tapsOf(hits) }];
  });
  return [...judged, ...rest].sort((a, b) => rank(a) - rank(b));
}

/** Fields of which something came where the rules say that nothing does, or to a third party. */
export const isBad = ({ outcome }: ProofRow): boolean => outcome === 'leaks' || outcome === 'told';

const ORDER = ['leaks', 'told', 'other', 'missing', 'unproven', 'own', 'agrees', 'inside'];
const rank = ({ outcome }: ProofRow): number => ORDER.indexOf(outcome);

const tapsOf = (hits: readonly ProofHit[]): Tap[] => [...new Set(hits.map(({ tap }) => tap))];

/** The page's host, or one beneath it, or one that it is beneath. */
function isOfSite(receiver: string, own: string): boolean {
  const host = receiver.replace(/:\d+$/, '');
  return host === own || host.endsWith(`.${own}`) || own.endsWith(`.${host}`);
}

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).hostname : '');
