import { message } from '../core/message';
import type { FrameEvidence, Prediction, Sighting } from '../protocol/evidence';
import { isPersonal } from '../protocol/pii-classes';
import type { Capture, RecorderState } from '../protocol/recorders';
import { recordsFrame } from '../recorders/judge';
import { setupIdIn, setupIdOf, setupName } from '../recorders/setups';
import type { MaskingArtifacts } from './contract';
import { isOfTopOrigin } from './frames';

/** What one recorder would take of one kind of value in one place of the page's templates. */
export interface Exposure {
  readonly frame: FrameEvidence;
  /** The sighting that is most certain; it stands for all. */
  readonly sighting: Sighting;
  /** Null: no recorder is known that could be judged. */
  readonly prediction: Prediction | null;
  readonly places: number;
}

interface Exposures {
  readonly groups: readonly Exposure[];
  /** Kinds beyond the limit, which no page in good faith reaches. */
  readonly beyond: number;
}

const MAX_GROUPS = 5000;

const known = new WeakMap<MaskingArtifacts, Exposures>();

/** Personal sightings, one group for template × channel × attribute × class × setup × capture. */
export function exposuresOf(artifacts: MaskingArtifacts): Exposures {
  const exposures = known.get(artifacts) ?? group(artifacts);
  known.set(artifacts, exposures);
  return exposures;
}

/** What recorders would take of a sighting, the borders of frames in mind. */
export function predictionsOf(
  sighting: Sighting,
  frame: FrameEvidence,
  artifacts: MaskingArtifacts,
): readonly Prediction[] {
  if (isOfTopOrigin(frame, artifacts.frames)) return sighting.predictions;
  return sighting.predictions.map((prediction) => {
    const state = artifacts.recorders.find((each) => setupIdOf(each) === setupIdIn(prediction));
    return state ? acrossOrigins(prediction, state) : prediction;
  });
}

/** The parts of an exposure that make it another one than the next. */
export const identityOf = (
  frame: FrameEvidence,
  sighting: Sighting,
  prediction: Prediction | null,
): readonly string[] => [
  frame.origin,
  sighting.template,
  sighting.channel,
  sighting.attribute,
  sighting.pii,
  prediction ? setupIdIn(prediction) : '',
  prediction?.capture ?? '',
  prediction?.trap ?? '',
  (sighting.traits ?? []).join(' '),
];

function group(artifacts: MaskingArtifacts): Exposures {
  const groups = new Map<string, Exposure>();
  let beyond = 0;
  for (const frame of artifacts.frames) {
    for (const sighting of frame.sightings) {
      if (!isPersonal(sighting.pii)) continue;
      const predictions = predictionsOf(sighting, frame, artifacts);
      for (const prediction of predictions.length > 0 ? predictions : [null]) {
        const key = identityOf(frame, sighting, prediction).join('\n');
        const before = groups.get(key);
        if (!before && groups.size >= MAX_GROUPS) beyond += 1;
        else groups.set(key, join(before, { frame, sighting, prediction, places: 1 }));
      }
    }
  }
  return { groups: [...groups.values()], beyond };
}

function join(before: Exposure | undefined, next: Exposure): Exposure {
  if (!before) return next;
  const surer = next.sighting.confidence > before.sighting.confidence ? next : before;
  return { ...surer, places: before.places + 1 };
}

/** A recorder in one origin reaches into a frame of another only where both sides agreed to it. */
function acrossOrigins(prediction: Prediction, state: RecorderState): Prediction {
  const reaches = recordsFrame(state, { sameOrigin: false });
  if (reaches === true) return prediction;
  const capture: Capture = reaches === false ? 'absent' : 'unknown';
  const because =
    reaches === false
      ? message('audit.because.otherOrigin', setupName(state))
      : message('audit.because.otherOriginUnknown', setupName(state));
  return { ...prediction, capture, because, fix: null };
}
