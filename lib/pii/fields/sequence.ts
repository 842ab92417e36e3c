import { message } from '../../core/message';
import type { PiiClass } from '../../protocol/pii-classes';
import { canHold } from './gates';
import type { Reading } from './reading';
import type { Concept } from './vocabulary';

/**
 * Reads fields again among their neighbours, form by form. Each pass states one habit of forms and
 * changes only what that habit explains.
 */
export function readSequence(readings: readonly Reading[]): Reading[] {
  const result = [...readings];
  for (const members of byForm(readings)) {
    let form = members.map((index) => readings[index]).filter((reading) => reading !== undefined);
    for (const pass of PASSES) form = pass(form);
    form.forEach((reading, position) => {
      const index = members[position];
      if (index !== undefined) result[index] = reading;
    });
  }
  return result;
}

type Pass = (form: readonly Reading[]) => Reading[];

function byForm(readings: readonly Reading[]): Iterable<number[]> {
  const forms = new Map<number, number[]>();
  readings.forEach(({ facts }, index) => {
    const members = forms.get(facts.formKey);
    if (members) members.push(index);
    else forms.set(facts.formKey, [index]);
  });
  return forms.values();
}

const has = ({ evidence }: Reading, concept: Concept): boolean => evidence.has(concept);
const score = ({ evidence }: Reading, concept: Concept): number =>
  evidence.get(concept)?.score ?? 0;

const DATE_PARTS: readonly Concept[] = ['part.day', 'part.month', 'part.year'];
const isDatePart = (reading: Reading): boolean =>
  DATE_PARTS.some((part) => has(reading, part)) && !isTextual(reading);
const isTextual = ({ facts }: Reading): boolean =>
  facts.tag === 'textarea' || facts.tag === 'contenteditable' || facts.type === 'email';

function become(reading: Reading, pii: PiiClass, why: Parameters<typeof message>[0]): Reading {
  if (!canHold(reading.facts, pii)) return reading;
  const kept = reading.choice?.pii === pii ? reading.choice.why : [];
  const points = Math.max(0.8, reading.choice?.score ?? 0);
  return { ...reading, choice: { pii, score: points, why: [message(why), ...kept] } };
}

/** Day, month and year side by side: a birth date or the end of a card, by what any of them says. */
const dateParts: Pass = (form) => {
  const result = [...form];
  const beside = form.some(isOfCard) ? CARD_BESIDE : 0;
  for (let start = 0; start < form.length; start++) {
    let end = start;
    while (end < form.length && end - start < 3 && isOpenDatePart(form[end])) end++;
    if (end === start) continue;
    const run = form.slice(start, end);
    const birth = Math.max(...run.map((r) => score(r, 'dob') + score(r, 'about.birth')));
    const card = Math.max(
      ...run.map(
        (r) =>
          score(r, 'card.expiry') +
          score(r, 'about.card') / 2 +
          score(r, 'part.card') / 2 +
          (has(r, 'card.expiry') ? beside : 0),
      ),
    );
    const other = Math.max(...run.map((r) => score(r, 'not.date')));
    const enough = run.length > 1 ? 0.25 : 0.4;
    if (Math.max(birth, card) >= enough && Math.max(birth, card) > other) {
      for (let i = start; i < end; i++) {
        const reading = result[i];
        if (!reading) continue;
        result[i] =
          birth >= card
            ? become(reading, 'dob', 'pii.why.birthParts')
            : become(reading, 'card.expiry', 'pii.why.expiryParts');
      }
    }
    start = end - 1;
  }
  return result;
};

/** What a card in the same form adds to years that may be those of its end. */
const CARD_BESIDE = 0.3;
const isOfCard = ({ choice }: Reading): boolean =>
  choice?.pii === 'card.number' || choice?.pii === 'card.cvv' || choice?.pii === 'card.type';

function isOpenDatePart(reading: Reading | undefined): boolean {
  if (!reading) return false;
  const pii = reading.choice?.pii;
  if (pii === 'dob' || pii === 'card.expiry') return true;
  return isDatePart(reading) && (reading.choice === null || reading.choice.score < 0.9);
}

/** A card number in four boxes: the boxes after the first say nothing of themselves. */
const splitCard: Pass = (form) => {
  const result = [...form];
  form.forEach((reading, index) => {
    const before = result[index - 1];
    if (before?.choice?.pii !== 'card.number' || !isShortBox(before) || !isShortBox(reading))
      return;
    if (reading.choice === null || reading.choice.score < 0.7) {
      result[index] = become(reading, 'card.number', 'pii.why.splitNumber');
    }
  });
  return result;
};

const isShortBox = ({ facts }: Reading): boolean =>
  facts.tag === 'input' && facts.maxLength > 0 && facts.maxLength <= 6;

/** "Name" beside a card number is the name on the card; "security code" is the card's. */
const cardForm: Pass = (form) => {
  const at = form.findIndex(({ choice }) => choice?.pii === 'card.number');
  if (at < 0) return [...form];
  return form.map((reading, index) => {
    const near = Math.abs(index - at) <= 6;
    const pii = reading.choice?.pii;
    if (near && (pii === 'otp' || (pii === 'password' && has(reading, 'card.cvv')))) {
      if (score(reading, 'card.cvv') > 0) return become(reading, 'card.cvv', 'pii.why.besideCard');
    }
    if (Math.abs(index - at) <= 3 && pii === 'name.full' && score(reading, 'name.full') < 1.2) {
      return become(reading, 'card.name', 'pii.why.besideCard');
    }
    return reading;
  });
};

/** Four or more boxes for one character each: a code that was sent to the person. */
const codeBoxes: Pass = (form) => {
  const result = [...form];
  for (let start = 0; start < form.length; start++) {
    let end = start;
    while (form[end]?.facts.maxLength === 1 && form[end]?.facts.tag === 'input') end++;
    if (end - start >= 4) {
      for (let at = start; at < end; at++) {
        const reading = result[at];
        if (reading) result[at] = become(reading, 'otp', 'pii.why.codeBoxes');
      }
    }
    start = Math.max(start, end - 1);
  }
  return result;
};

/** "Name" beside a surname is a given name, beside a given name a surname. */
const namePairs: Pass = (form) =>
  form.map((reading, index) => {
    if (reading.choice?.pii !== 'name.full') return reading;
    const near = [1, -1, 2, -2].map((step) => form[index + step]?.choice?.pii);
    const other = near.find((pii) => pii === 'name.family' || pii === 'name.given');
    if (other === 'name.family') return become(reading, 'name.given', 'pii.why.namePair');
    if (other === 'name.given') return become(reading, 'name.family', 'pii.why.namePair');
    return reading;
  });

/** A lone number, floor or door beside a street or among the parts of an address belongs to it. */
const streetParts: Pass = (form) => {
  const result = [...form];
  form.forEach((reading, index) => {
    if (reading.choice !== null || !has(reading, 'part.house')) return;
    const near = [-1, 1, -2].map((step) => result[index + step]?.choice?.pii);
    const parts = near.filter((pii) => pii?.startsWith('address.')).length;
    if (near[0] !== 'address.street' && parts < 2) return;
    result[index] = become(reading, 'address.street', 'pii.why.besideStreet');
  });
  return result;
};

/** A weak word for a place ("unit", "district") in a form without any other part of an address. */
const loneAddress: Pass = (form) => {
  const parts = new Set(
    form.map(({ choice }) => choice?.pii).filter((pii) => pii?.startsWith('address.')),
  );
  if (parts.size > 1) return [...form];
  return form.map((reading) => {
    const choice = reading.choice;
    return choice && parts.has(choice.pii) && reading.evidence.get(choice.pii)?.sure === false
      ? { ...reading, choice: null }
      : reading;
  });
};

/** An "answer" without a question, a password or an account in its form is one to anything else. */
const loneAnswer: Pass = (form) => {
  const isAccount = form.some(({ choice }) => choice !== null && OF_ACCOUNTS.has(choice.pii));
  if (isAccount) return [...form];
  return form.map((reading) =>
    reading.choice?.pii === 'security_answer' &&
    reading.facts.type !== 'password' &&
    reading.evidence.get('security_answer')?.sure === false
      ? { ...reading, choice: null }
      : reading,
  );
};

const OF_ACCOUNTS: ReadonlySet<PiiClass> = new Set([
  'security_question',
  'password',
  'email',
  'username',
  'username_or_email',
]);

/** Of two telephone fields in a row, one that speaks of a country or a prefix is the dialling code. */
const dialCodes: Pass = (form) =>
  form.map((reading, index) =>
    reading.choice?.pii === 'phone' &&
    form[index + 1]?.choice?.pii === 'phone' &&
    score(reading, 'phone_country_code') > 0.1
      ? become(reading, 'phone_country_code', 'pii.why.beforePhone')
      : reading,
  );

/** The text box before a password is who one is. */
const login: Pass = (form) => {
  const result = [...form];
  form.forEach((reading, index) => {
    if (reading.choice?.pii !== 'password' || reading.facts.type !== 'password') return;
    const before = result[index - 1];
    if (!before || (before.choice?.score ?? 0) >= 0.5 || before.facts.tag !== 'input') return;
    if (!['text', 'tel', 'number'].includes(before.facts.type)) return;
    result[index - 1] = become(before, 'username', 'pii.why.beforePassword');
  });
  return result;
};

const PASSES: readonly Pass[] = [
  dateParts,
  codeBoxes,
  splitCard,
  cardForm,
  namePairs,
  streetParts,
  loneAddress,
  loneAnswer,
  dialCodes,
  login,
];
