import {
  classifyLabel,
  classifyText,
  recogniseUrl,
  type Surroundings,
  type TextMatch,
} from '../../pii';
import type { Channel } from '../../protocol/recorders';
import { channelOf, isUrlChannel, isWordChannel } from './attributes';
import type { Collector } from './collector';
import { LIMITS } from './contract';
import { NO_SURROUNDINGS, type Place } from './place';
import type { OnValue } from './sight';

/** Classifies the strings of a page and hands what is personal to the collector. */
export class Texts {
  #characters = 0;
  /** The words before, for a number that stands alone and is explained by its neighbour. */
  #before = '';
  readonly #knownTexts = new Map<string, readonly TextMatch[]>();
  readonly #knownUrls = new Map<string, readonly TextMatch[]>();

  /** `onValue` is told of every value that is looked at, personal or not. */
  constructor(
    readonly collector: Collector,
    readonly onValue?: OnValue,
  ) {}

  /** Text of an element, as one run of text nodes without elements between them. */
  text(place: Place, text: string, channel: Channel): void {
    if (!/\S/.test(text)) return;
    this.collector.values += 1;
    const { surroundings } = place;
    const matches = this.#withBefore(this.#limited(text, LIMITS.text), surroundings);
    this.#before = text;
    this.onValue?.({ place, channel, attribute: '', value: text, pii: matches[0]?.pii ?? null });
    const clickable = channel === 'text' ? place.clickable : null;
    for (const match of matches) {
      place.editable?.found.add(match.pii);
      const { someoneElses } = surroundings;
      const value = text.slice(match.start, match.end);
      const sight = { place, channel, match, value, whole: text, someoneElses };
      this.collector.add(sight);
      if (clickable) this.collector.addClicked(sight, clickable);
    }
    if (clickable && matches.length === 0) this.collector.control(place, channel, text);
  }

  /** Attributes of an element, those aside that its field stands for. */
  attributes(place: Place, names: readonly string[], isField: boolean): void {
    const { view } = place;
    if (names.length > LIMITS.attributesPerElement) this.collector.truncated += 1;
    for (const name of names.slice(0, LIMITS.attributesPerElement)) {
      const channel = channelOf(view.tag, name.toLowerCase());
      if (!channel || (isField && channel === 'value-attribute')) continue;
      const value = view.attribute(name);
      if (value) this.attribute(place, channel, name, value);
    }
  }

  attribute(place: Place, channel: Channel, name: string, value: string): void {
    this.collector.values += 1;
    const isData = channel === 'src' && /^\s*data:/i.test(value);
    const matches = isData ? [] : this.#attributeMatches(place, channel, value);
    this.onValue?.({ place, channel, attribute: name, value, pii: matches[0]?.pii ?? null });
    for (const match of matches) {
      const part = value.slice(match.start, match.end);
      this.collector.add({ place, channel, attribute: name, match, value: part, whole: value });
    }
  }

  /** Matches in a string with nothing known around it. */
  plain(text: string): readonly TextMatch[] {
    return classifyText(this.#limited(text, LIMITS.text), NO_SURROUNDINGS);
  }

  #attributeMatches(place: Place, channel: Channel, value: string): readonly TextMatch[] {
    const { surroundings } = place;
    const text = this.#limited(value, LIMITS.attribute);
    if (isWordChannel(channel) && surroundings.namePlace !== null) {
      return classifyLabel(text, surroundings);
    }
    return this.#once(text, isUrlChannel(channel));
  }

  /** The same classes and addresses stand on thousands of elements; they are looked at once. */
  #once(text: string, isUrl: boolean): readonly TextMatch[] {
    const all = isUrl ? this.#knownUrls : this.#knownTexts;
    const known = all.get(text);
    if (known) return known;
    const matches = isUrl ? recogniseUrl(text) : classifyText(text, NO_SURROUNDINGS);
    if (text.length <= 300 && all.size < 10_000) all.set(text, matches);
    return matches;
  }

  /**
   * `<dt>Phone</dt><dd>030 1234567</dd>`: a number that nothing was found in is looked at again with
   * the words before it.
   */
  #withBefore(text: string, surroundings: Surroundings): readonly TextMatch[] {
    const matches = classifyText(text, surroundings);
    if (matches.length > 0 || text.length > 60 || !this.#before || !HAS_DIGITS.test(text)) {
      return matches;
    }
    const lead = `${this.#before.slice(-CONTEXT).replace(/\s+/g, ' ')}: `;
    return classifyText(lead + text, surroundings)
      .filter(({ start }) => start >= lead.length)
      .map((match) => ({
        ...match,
        start: match.start - lead.length,
        end: match.end - lead.length,
      }));
  }

  #limited(text: string, limit: number): string {
    const room = Math.min(limit, Math.max(0, LIMITS.allText - this.#characters));
    this.#characters += Math.min(text.length, room);
    if (text.length <= room) return text;
    this.collector.truncated += 1;
    return text.slice(0, room);
  }
}

const CONTEXT = 60;
const HAS_DIGITS = /\d\D{0,3}\d\D{0,3}\d/;
