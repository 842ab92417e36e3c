import type { Fidelity } from '../../protocol/evidence';
import type { Capture, Channel, RecorderState } from '../../protocol/recorders';
import type { NodeJudge } from '../../recorders/contract';
import { ofSetup } from '../../recorders/setups';
import type { Location } from '../locator';
import { LIMITS } from './contract';
import type { Place } from './place';

type Example = Fidelity['examples'][number];

/** Counts the controls of a frame that hold nothing personal, and those that a recorder hides. */
export class Controls {
  readonly #tallies: readonly { hidden: number; examples: Map<string, Example> }[];
  #controls = 0;

  constructor(
    private readonly recorders: readonly RecorderState[],
    private readonly roots: readonly NodeJudge[],
    private readonly locate: (element: Element) => Location,
  ) {
    this.#tallies = recorders.map(() => ({ hidden: 0, examples: new Map() }));
  }

  /** A link, button or field, with the text or value that it shows. */
  add(place: Place, channel: Channel, value: string): void {
    if (this.#controls >= LIMITS.controls) return;
    this.#controls += 1;
    place.judges(this.roots).forEach((judge, index) => {
      const asked = value === '' ? undefined : { whole: value, part: value };
      if (!HIDDEN.has(judge.capture(channel, undefined, asked).capture)) return;
      const tally = this.#tallies[index];
      if (!tally) return;
      tally.hidden += 1;
      this.#example(tally.examples, place, channel);
    });
  }

  fidelity(): Fidelity[] {
    return this.recorders.map((state, index) => {
      const { hidden = 0, examples = new Map<string, Example>() } = this.#tallies[index] ?? {};
      return {
        ...ofSetup(state),
        controls: this.#controls,
        hidden,
        examples: [...examples.values()],
      };
    });
  }

  /** Elements of one tag and class are told once: a selector costs more than the whole look. */
  #example(examples: Map<string, Example>, place: Place, channel: Channel): void {
    const key = `${place.view.tag} ${place.view.attribute('class') ?? ''} ${channel}`;
    const known = examples.get(key);
    if (known) examples.set(key, { ...known, places: known.places + 1 });
    else if (examples.size < LIMITS.examples) {
      const { selector, template } = this.locate(place.view.element);
      examples.set(key, { selector, template, channel, places: 1 });
    }
  }
}

/** Left out counts as hidden too: a replay shows a grey box there. */
const HIDDEN: ReadonlySet<Capture> = new Set(['masked', 'length-only', 'absent']);
