import { type Message, message } from '../../core/message';
import { createHmac } from '../../core/sha256';
import { maskPreview, type TextMatch } from '../../pii';
import type { ScanRequest } from '../../protocol/audit';
import type { Prediction, Sighting } from '../../protocol/evidence';
import { isPersonal, SECRET_CLASSES } from '../../protocol/pii-classes';
import type { Channel } from '../../protocol/recorders';
import { redactText } from '../../report/redact-text';
import { createLocator, type Location } from '../locator';
import { LIMITS } from './contract';
import type { Place } from './place';

/** One personal value where it was seen. The raw value stays in this object and in this frame. */
export interface Sight {
  readonly place: Place;
  readonly channel: Channel;
  readonly attribute?: string;
  readonly match: Pick<TextMatch, 'pii' | 'confidence'> & { readonly why: readonly Message[] };
  readonly value: string;
  readonly someoneElses?: boolean;
  /** Where it is not the element of the place: the page itself. */
  readonly location?: Location;
}

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
  readonly #digests = new Map<string, string>();
  readonly #surest = new Map<string, number>();

  constructor(request: ScanRequest) {
    this.#recorders = request.recorders;
    this.#hmac = createHmac(request.runKey);
  }

  add(sight: Sight): void {
    const { place, channel, attribute = '', match, value } = sight;
    if (!isPersonal(match.pii)) return;
    if (this.sightings.length >= LIMITS.sightings) {
      this.truncated += 1;
      return;
    }
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
      predictions: this.#predict(place, channel, attribute),
    };
    this.sightings.push(this.#isTold(sighting) ? untold(sighting) : told(sighting));
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

  #predict(place: Place, channel: Channel, attribute: string): Prediction[] {
    return place.judges(this.#recorders).flatMap((judge, index) => {
      const recorder = this.#recorders[index]?.id;
      return recorder ? [{ recorder, ...judge.capture(channel, attribute || undefined) }] : [];
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
