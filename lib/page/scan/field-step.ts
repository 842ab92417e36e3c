import { message } from '../../core/message';
import { classifyFields, type FieldFacts, type FieldVerdict } from '../../pii';
import type { Trait } from '../../protocol/evidence';
import { isPersonal } from '../../protocol/pii-classes';
import type { Channel } from '../../protocol/recorders';
import { isHtml, natives } from '../natives';
import { fieldNatives } from '../natives-of-fields';
import { controlValue } from '../node-view';
import { LIMITS } from './contract';
import type { Place } from './place';
import type { Sight } from './sight';
import type { Slices } from './slices';
import type { Texts } from './texts';
import type { Walked } from './walk';

type Field = Walked['fields'][number];

/**
 * Looks at the form fields of a page: at those which are known to be personal, empty or filled, and
 * at what stands in the others.
 */
export async function scanFields(
  fields: readonly Field[],
  texts: Texts,
  slices: Slices,
): Promise<void> {
  const look: Look = ({ place }, facts, verdict) => {
    const personal = verdict && isPersonal(verdict.pii) ? verdict : null;
    lookAt(place, facts, personal, texts);
  };
  await classifyInOrder(fields, slices, look, (left) => {
    texts.collector.truncated += left;
  });
}

type Look = (field: Field, facts: FieldFacts, verdict: FieldVerdict | null) => void;

/**
 * Classifies the form fields of a page in reading order, some at a time: a field is known by what is
 * around it, so that one that is empty now counts as well as one that is filled in.
 */
export async function classifyInOrder(
  fields: readonly Field[],
  slices: Slices,
  look: Look,
  onLeft: (fields: number) => void = () => {},
): Promise<void> {
  let group: { field: Field; facts: FieldFacts }[] = [];
  for (const [index, field] of fields.entries()) {
    await slices.rest();
    if (slices.isOver()) {
      onLeft(fields.length - index);
      break;
    }
    if (!natives.isConnected(field.place.view.element)) continue;
    const facts = field.gatherer.facts(field.place.view.element);
    const last = group.at(-1);
    const apart =
      last && (last.field.gatherer !== field.gatherer || last.facts.formKey !== facts.formKey);
    if (apart || group.length >= LIMITS.fields) {
      classify(group, look);
      await slices.rest();
      group = [];
    }
    group.push({ field, facts });
  }
  classify(group, look);
}

function classify(
  group: readonly { readonly field: Field; readonly facts: FieldFacts }[],
  look: Look,
): void {
  const verdicts = classifyFields(group.map(({ facts }) => facts));
  group.forEach(({ field, facts }, index) => {
    look(field, facts, verdicts[index] ?? null);
  });
}

function lookAt(place: Place, facts: FieldFacts, verdict: FieldVerdict | null, texts: Texts): void {
  const { element } = place.view;
  if (facts.tag === 'contenteditable') {
    editable(place, verdict, texts);
    return;
  }
  if (isHtml(element, 'input') && fieldNatives.inputType(element) === 'file') {
    fileNames(place, element, texts);
    return;
  }
  const value = controlValue(element) ?? '';
  texts.collector.values += 1;
  const tell = (channel: Channel, text: string) =>
    texts.onValue?.({
      place,
      channel,
      attribute: channel === 'value-attribute' ? 'value' : '',
      value: text,
      pii: verdict?.pii ?? texts.plain(text)[0]?.pii ?? null,
    });
  if (texts.onValue) {
    tell('value', value);
    const attribute = natives.attribute(element, 'value');
    if (attribute !== null) tell('value-attribute', attribute);
  }
  const isHidden = isHtml(element, 'input') && fieldNatives.inputType(element) === 'hidden';
  const hidden: readonly Trait[] = isHidden ? ['hidden'] : [];
  see({ place, channel: 'value', value, traits: hidden }, verdict, texts);
  const written = natives.attribute(element, 'value');
  // Where both are the same text, the value stands for the attribute it was filled from.
  if (written && written !== value) {
    const traits: readonly Trait[] = value === '' ? [...hidden, 'cleared'] : hidden;
    see({ place, channel: 'value-attribute', value: written, traits }, verdict, texts);
  }
}

function see(
  seen: Pick<Sight, 'place' | 'channel' | 'value' | 'traits'>,
  verdict: FieldVerdict | null,
  texts: Texts,
): void {
  const { collector } = texts;
  const { value } = seen;
  if (verdict) {
    const why = value === '' ? [...verdict.why, message('audit.why.empty')] : verdict.why;
    collector.add({ ...seen, match: { ...verdict, why } });
    return;
  }
  const matches = value === '' ? [] : texts.plain(value);
  for (const match of matches) {
    collector.add({ ...seen, match, value: value.slice(match.start, match.end), whole: value });
  }
  if (matches.length === 0 && !seen.traits?.includes('hidden')) {
    collector.control(seen.place, seen.channel, value);
  }
}

/** What is written into an editable element is text; its words were looked at on the way. */
function editable(place: Place, verdict: FieldVerdict | null, { collector }: Texts): void {
  if (!verdict || place.editable?.found.has(verdict.pii)) return;
  const value = natives.textContent(place.view.element).slice(0, LIMITS.attribute).trim();
  const why = value === '' ? [...verdict.why, message('audit.why.empty')] : verdict.why;
  collector.add({ place, channel: 'text', match: { ...verdict, why }, value });
}

function fileNames(place: Place, input: HTMLInputElement, texts: Texts): void {
  const { collector } = texts;
  for (const { name } of fieldNatives.inputFiles(input) ?? []) {
    collector.values += 1;
    // Underscores stand between words, and the ending is no part of an address before it.
    const words = name.replace(/_/g, ' ');
    texts.onValue?.({ place, channel: 'file-name', attribute: '', value: name, pii: null });
    const stem = texts.plain(words.replace(/\.\w{1,5}$/, ''));
    for (const match of stem.length > 0 ? stem : texts.plain(words)) {
      const value = name.slice(match.start, match.end);
      collector.add({ place, channel: 'file-name', match, value, whole: name });
    }
  }
}
