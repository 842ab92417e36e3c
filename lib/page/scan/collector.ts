import { message } from '../../core/message';
import { createHmac } from '../../core/sha256';
import { maskPreview } from '../../pii';
import type { Fidelity, Prediction, Sighting } from '../../protocol/evidence';
import { isPersonal, SECRET_CLASSES } from '../../protocol/pii-classes';
import type { Channel } from '../../protocol/recorders';
import type { ScanRequest } from '../../protocol/scan-request';
import type { NodeJudge } from '../../recorders/contract';
import { ofSetup } from '../../recorders/setups';
import { redactText } from '../../report/redact-text';
import { createLocator, type Location } from '../locator';
import { LIMITS, type ScanPorts } from './contract';
import { Controls } from './controls';
import type { Place } from './place';
import { askedValue, type Sight } from './sight';
import { type CaptureMemory, Traps } from './traps';
import { worseCapture } from './worse';

/** Turns what was seen into evidence without raw values, within the limits of one message. */
export class Collector {
  readonly sightings: Sighting[] = [];
  /** Values looked at. */
  values = 0;
  /** What was beyond the limits. */
  truncated = 0;

  readonly #recorders: ScanRequest['recorders'];
  readonly #hmac: (text: string) => string;
  readonly #locate = createLocator();
  readonly #traps: Traps;
  readonly #controls: Controls;
  readonly #digests = new Map<string, string>();
  readonly #surest = new Map<string, number>();

  constructor(
    request: ScanRequest,
    private readonly roots: readonly NodeJudge[],
    memory: CaptureMemory | null = null,
    private readonly onSighting: ScanPorts['onSighting'] = undefined,
  ) {
    this.#recorders = request.recorders;
    this.#traps = new Traps(request, roots, memory);
    this.#controls = new Controls(request.recorders, roots, this.#locate);
    this.#hmac = createHmac(request.runKey);
  }

  add(sight: Sight): void {
    if (!isPersonal(sight.match.pii) || this.#isFull()) return;
    this.#push(sight, this.#predict(sight));
  }

  /**
   * Text that a click on `clickable` sends although the recording itself would not hold it. Where no
   * recorder takes more of it with a click than without, there is nothing to tell.
   */
  addClicked(sight: Sight, clickable: Place): void {
    if (!isPersonal(sight.match.pii) || this.#isFull()) return;
    const still = this.#predict(sight);
    const clicked = this.#judge(clickable, 'clicked-text', sight);
    const predictions = clicked.map((one, index) => worseCapture(one, still[index]));
    if (predictions.every((one, index) => one !== clicked[index])) return;
    this.#push({ ...sight, place: clickable, channel: 'clicked-text' }, predictions);
  }

  /** A control that holds nothing personal: whoever hides it loses it for replays and heat. */
  control(place: Place, channel: Channel, value: string): void {
    this.#controls.add(place, channel, value);
  }

  get fidelity(): Fidelity[] {
    return this.#controls.fidelity();
  }

  #push(sight: Sight, predictions: Prediction[]): void {
    const { place, channel, attribute = '', match, value } = sight;
    const location = sight.location ?? this.#locate(place.view.element);
    const secret = SECRET_CLASSES.has(match.pii);
    const sighting: Sighting = {
      ...location,
      channel,
      attribute: attribute.slice(0, 100),
      pii: match.pii,
      confidence: match.confidence,
      why: [...match.why],
      length: value.length,
      digest: secret || value === '' ? '' : this.#digest(value.trim()),
      preview: secret || value === '' ? '' : maskPreview(value, match.pii).slice(0, 400),
      someoneElses: sight.someoneElses ?? false,
      ...(sight.traits && { traits: [...sight.traits] }),
      predictions,
    };
    this.onSighting?.(place.view.element, sighting);
    this.sightings.push(this.#isTold(sighting) ? untold(sighting) : told(sighting));
  }

  #isFull(): boolean {
    const { length } = this.sightings;
    const predictions = length * this.#recorders.length;
    if (length < LIMITS.sightings && predictions < LIMITS.predictions) return false;
    this.truncated += 1;
    return true;
  }

  locate(element: Element): Location {
    return this.#locate(element);
  }

  /** The same author stands over a thousand messages. */
  #digest(value: string): string {
    const known = this.#digests.get(value);
    if (known !== undefined) return known;
    const digest = this.#hmac(value).slice(0, 32);
    if (value.length <= 100 && this.#digests.size < 5_000) this.#digests.set(value, digest);
    return digest;
  }

  #predict(sight: Sight): Prediction[] {
    const predictions = this.#judge(sight.place, sight.channel, sight);
    return this.#traps.mark(sight, predictions);
  }

  #judge(place: Place, channel: Channel, sight: Sight): Prediction[] {
    const { attribute = '' } = sight;
    const asked = askedValue(sight);
    return place.judges(this.roots).flatMap((judge, index) => {
      const recorder = this.#recorders[index];
      const told = judge.capture(channel, attribute || undefined, asked);
      return recorder ? [{ ...ofSetup(recorder), ...told }] : [];
    });
  }

  /** Whether a sighting of the same kind, as sure as this one, has told the reasons already. */
  #isTold({ template, channel, attribute, pii, confidence, predictions }: Sighting): boolean {
    const captures = predictions.map(({ capture }) => capture).join();
    const kind = [template, channel, attribute, pii, captures].join('\n');
    const told = (this.#surest.get(kind) ?? 0) >= confidence;
    if (!told) this.#surest.set(kind, confidence);
    return told;
  }
}

/** Reasons quote labels, and a label may hold a value. */
function told(sighting: Sighting): Sighting {
  const why = sighting.why.slice(0, 8).map(({ id, params = [] }) => {
    const shown = params.map((param) => (typeof param === 'string' ? redactText(param) : param));
    return message(id, ...shown);
  });
  return { ...sighting, why };
}

/** Rows of one template share their reasons: told once, ten thousand rows fit into one message. */
function untold(sighting: Sighting): Sighting {
  const predictions = sighting.predictions.map((prediction) => ({ ...prediction, fix: null }));
  return { ...sighting, why: [], predictions };
}
