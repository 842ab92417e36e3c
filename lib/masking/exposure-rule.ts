import { type Message, message } from '../core/message';
import type { Finding, Outcome } from '../protocol/findings';
import type { RecorderState } from '../protocol/recorders';
import { setupNameIn } from '../recorders/setups';
import { type ExposureRuleId, ruleOf } from './assign';
import type { MaskingRule } from './contract';
import { type Exposure, exposuresOf, identityOf } from './exposures';
import { finding } from './finding';
import { severityOf } from './severity';

/** Below this a class is a guess, and a person decides. */
export const SURE = 0.6;

type Sentences =
  | 'exposedField'
  | 'exposedText'
  | 'exposedAttribute'
  | 'personalUrl'
  | 'personalTitle'
  | 'hiddenValue'
  | 'clearedValue'
  | 'revealedPassword'
  | 'maskNotReaching'
  | 'maskTooLate'
  | 'ignoreMistaken'
  | 'clickSideChannel';

/** A rule over the personal values that are its own: plain fails, what can't be told needs review. */
export function exposureRule(id: ExposureRuleId, sentences: Sentences): MaskingRule {
  return {
    id,
    half: 'masking',
    resolvable: true,
    check: (artifacts) =>
      exposuresOf(artifacts)
        .groups.filter((exposure) => ruleOf(exposure) === id)
        .map((exposure) => findingOf(exposure, artifacts.recorders, id, sentences)),
  };
}

function findingOf(
  exposure: Exposure,
  setups: readonly RecorderState[],
  rule: string,
  sentences: Sentences,
): Finding {
  const { frame, sighting, prediction, places } = exposure;
  const outcome = outcomeOf(exposure);
  const name = prediction ? setupNameIn(setups, prediction) : '';
  return finding(
    {
      rule,
      half: 'masking',
      outcome,
      severity: severityOf(sighting.pii),
      target: { frame: frame.frameId, selector: sighting.selector },
      template: sighting.template,
      channel: sighting.channel,
      attribute: sighting.attribute,
      pii: { class: sighting.pii, confidence: sighting.confidence },
      recorder: prediction?.recorder ?? null,
      ...(prediction?.setup !== undefined && { setup: prediction.setup }),
      capture: prediction?.capture ?? null,
      text: textOf(exposure, name, outcome, sentences),
      why: prediction ? [...sighting.why, prediction.because] : sighting.why,
      fix: outcome === 'pass' ? null : (prediction?.fix ?? null),
      places,
      preview: sighting.preview,
    },
    [rule, ...identityOf(frame, sighting, prediction)],
  );
}

function outcomeOf({ sighting, prediction }: Exposure): Outcome {
  if (!prediction || prediction.capture === 'unknown') return 'needs-review';
  if (prediction.capture !== 'plain') return 'pass';
  return sighting.confidence < SURE ? 'needs-review' : 'fail';
}

function textOf(
  { sighting, prediction }: Exposure,
  name: string,
  outcome: Outcome,
  rule: Sentences,
): Message {
  const say = (form: 'plain' | 'doubtful' | 'unknown' | 'safe' | 'unjudged') =>
    message(
      `audit.rule.${rule}.${form}`,
      name,
      sighting.pii,
      sighting.attribute || sighting.channel,
    );
  if (!prediction) return say('unjudged');
  if (outcome === 'pass') return say('safe');
  if (prediction.capture === 'unknown') return say('unknown');
  return say(outcome === 'fail' ? 'plain' : 'doubtful');
}
