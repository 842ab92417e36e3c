import { message } from '../../core/message';
import type { NationalId } from './ids/contract';
import { PAPER_FORM, PAPERS } from './ids/documents';
import { LETTERED, LONG_WORDS } from './ids/lettered';
import { NUMERIC } from './ids/numeric';
import { isEmbedded, isWordish } from './numbers';
import { match, type NumberRecogniser, named, type TokenRecogniser } from './recogniser';

/** Ids of digits alone. */
export const numericIds: NumberRecogniser = {
  name: 'national ids of digits',
  leastDigits: 9,
  look(run, found) {
    if (run.digits > 15) return;
    const start = run.groups[0]?.start ?? run.start;
    if (isEmbedded(run.text, start, run.end)) return;
    const raw = run.text.slice(start, run.end).replaceAll('\u00a0', ' ');
    const compact = raw.replace(/\D/g, '');
    for (const id of NUMERIC) {
      if (!id.form.test(raw)) continue;
      const result = judge(id, run.text, start, raw, compact);
      if (result) found.push(match(start, run.end, id.pii, result.confidence, result.why, id.kind));
    }
  },
};

/** Ids with letters beside the digits. */
export const letteredIds: NumberRecogniser = {
  name: 'national ids with letters',
  leastDigits: 4,
  look({ text, groups, end, digits }, found) {
    const first = groups[0]?.start ?? 0;
    if (!LETTER.test(text.slice(Math.max(0, first - 2), first) + text.slice(end, end + 2))) return;
    const from = Math.max(0, first - MOST_BEFORE);
    const around = text.slice(from, end + MOST_AFTER);
    for (const id of LETTERED) {
      if (digits < id.leastDigits) continue;
      const hit = id.form.exec(around);
      if (!hit) continue;
      const raw = hit[0];
      const start = from + hit.index;
      if (isEmbedded(text, start, start + raw.length)) continue;
      const compact = id.keepsSeparators ? raw : raw.replace(/[ -]/g, '').toUpperCase();
      const result = judge(id, text, start, raw, compact);
      if (!result) continue;
      found.push(match(start, start + raw.length, id.pii, result.confidence, result.why, id.kind));
    }
  },
};

const LETTER = /[A-Za-z]/;
/** The most that stands on either side of the first run of digits: `MORGA` and ` A 123 456 78`. */
const MOST_BEFORE = 10;
const MOST_AFTER = 14;

/** Ids that are one word of letters and digits: with check digits, or named by the words before. */
export const wordIds: TokenRecogniser = {
  name: 'national ids of one word',
  leastLength: 6,
  look({ text, start, end }, found) {
    const token = text.slice(start, Math.min(end, start + LONGEST));
    for (const id of LONG_WORDS) {
      const raw = token.replace(/[.,/-]+$/, '');
      if (!id.form.test(raw) || isEmbedded(text, start, start + raw.length)) continue;
      const result = judge(id, text, start, raw, raw.replace(/[./-]/g, '').toUpperCase());
      if (result)
        found.push(
          match(start, start + raw.length, id.pii, result.confidence, result.why, id.kind),
        );
    }
    const word = /^[A-Za-z\d]+/.exec(token)?.[0] ?? '';
    const stop = start + word.length;
    if (!PAPER_FORM.test(word) || isWordish(text, start - 1) || isWordish(text, stop)) return;
    for (const { kind, words } of PAPERS) {
      const says = named(words, text, start);
      if (says === null) continue;
      const why = [message('pii.why.context', says)];
      found.push(match(start, stop, 'national_id', 0.88, why, kind));
      return;
    }
  },
};

const LONGEST = 40;

function judge(id: NationalId, text: string, start: number, raw: string, compact: string) {
  if (!id.isValid(compact)) return null;
  const says = named(id.words, text, start);
  if (says === null && !id.aloneForm?.test(raw)) return null;
  const form = message('pii.why.checkDigit', id.title);
  return says === null
    ? { confidence: 0.85, why: [form] }
    : { confidence: 0.96, why: [form, message('pii.why.context', says)] };
}
