import { type Message, message } from '../../core/message';
import type { Finding, Outcome, Severity } from '../../protocol/findings';
import type { ProofField, ProofVerdict } from '../../protocol/proof';
import { recorderName } from '../../recorders/names';
import type { MaskingRule } from '../contract';
import { finding } from '../finding';
import { severityOf } from '../severity';

/** What the rules said of a field, and what a proof by canaries has shown of it. */
export const predictionDisagrees: MaskingRule = {
  id: 'prediction-disagrees',
  half: 'masking',
  resolvable: true,
  check({ proof }) {
    if (!proof) return [];
    const fields = new Map(proof.fields.map((field) => [field.key, field]));
    return proof.verdicts.flatMap((verdict) => {
      const field = fields.get(verdict.key);
      return field && verdict.outcome !== 'unproven' ? [findingOf(field, verdict)] : [];
    });
  },
};

function findingOf({ frame, selector, kind, pii }: ProofField, verdict: ProofVerdict): Finding {
  const { recorder, predicted, outcome } = verdict;
  return finding(
    {
      rule: 'prediction-disagrees',
      half: 'masking',
      outcome: OUTCOMES[outcome],
      severity: outcome === 'missing' ? 'low' : severity(pii),
      target: { frame, selector },
      template: selector,
      channel: kind === 'field' ? 'value' : 'text',
      pii: pii === null ? null : { class: pii, confidence: 1 },
      recorder,
      capture: outcome === 'leaks' || outcome === 'told' ? 'plain' : predicted,
      text: textOf(verdict),
    },
    ['prediction-disagrees', String(frame), selector, kind, recorder, outcome],
  );
}

const OUTCOMES: Readonly<Record<ProofVerdict['outcome'], Outcome>> = {
  leaks: 'fail',
  told: 'fail',
  missing: 'needs-review',
  agrees: 'pass',
  unproven: 'needs-review',
};

/** A field that nobody knows the class of may hold anything. */
const severity = (pii: ProofField['pii']): Severity => (pii === null ? 'medium' : severityOf(pii));

function textOf({ recorder, outcome, found }: ProofVerdict): Message {
  const name = recorderName(recorder);
  if (outcome === 'leaks') return message('audit.rule.predictionDisagrees.leaks', name);
  if (outcome === 'told') return message('audit.rule.predictionDisagrees.told', name);
  if (outcome === 'missing') return message('audit.rule.predictionDisagrees.missing', name);
  return found === null
    ? message('audit.rule.predictionDisagrees.covered', name)
    : message('audit.rule.predictionDisagrees.plain', name);
}
