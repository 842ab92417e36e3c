import { message } from '../../core/message';
import type { Prediction } from '../../protocol/evidence';
import type { ScanRequest } from '../../protocol/scan-request';
import type { NodeJudge } from '../../recorders/contract';
import { recorderName } from '../../recorders/names';
import { setupIdIn, setupIdOf } from '../../recorders/setups';
import { askedValue, type Sight } from './sight';

/**
 * What recorders that were running have taken as it is, by element, in earlier scans of the same
 * document. The keys are `setup channel attribute`.
 */
export type CaptureMemory = WeakMap<Element, Set<string>>;

/** Finds the traps that a prediction by itself does not show. */
export class Traps {
  readonly #running: ReadonlySet<string>;

  constructor(
    private readonly request: ScanRequest,
    private readonly roots: readonly NodeJudge[],
    private readonly memory: CaptureMemory | null,
  ) {
    const running = request.recorders.filter(({ recording }) => recording === true);
    this.#running = new Set(running.map(setupIdOf));
  }

  /** The same predictions, those that are traps marked as such. */
  mark(sight: Sight, predictions: readonly Prediction[]): Prediction[] {
    return this.#late(sight, this.#unreached(sight, predictions));
  }

  /** A mask around a shadow root or frame would cover the value, were all of it one plain tree. */
  #unreached(sight: Sight, predictions: readonly Prediction[]): readonly Prediction[] {
    const { place, channel, attribute } = sight;
    const isPlain = predictions.some(({ capture }) => capture === 'plain');
    if (!isPlain || !place.isBeyondBorder) return predictions;
    const judges = place.judgesAsOneTree(this.roots);
    return predictions.map((prediction, index) => {
      if (prediction.capture !== 'plain' || prediction.trap) return prediction;
      const meant = judges[index]?.capture(channel, attribute || undefined, askedValue(sight));
      const isMasked = meant?.capture === 'masked' || meant?.capture === 'length-only';
      return isMasked ? { ...prediction, trap: 'mask-does-not-reach' } : prediction;
    });
  }

  /** A recorder that was running had read the value before it was covered. */
  #late(
    { place, channel, attribute = '' }: Sight,
    predictions: readonly Prediction[],
  ): Prediction[] {
    return predictions.map((prediction) => {
      const { recorder, capture } = prediction;
      const setup = setupIdIn(prediction);
      if (!this.memory || !this.#running.has(setup)) return prediction;
      const key = `${setup} ${channel} ${attribute}`;
      const taken = this.memory.get(place.view.element);
      if (capture === 'plain') {
        if (taken) taken.add(key);
        else this.memory.set(place.view.element, new Set([key]));
        return prediction;
      }
      if (!taken?.has(key) || this.request.preview === true) return prediction;
      const because = message('audit.because.maskTooLate', recorderName(recorder));
      return { ...prediction, capture: 'plain', because, trap: 'mask-too-late' };
    });
  }
}
