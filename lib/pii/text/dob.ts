import { message } from '../../core/message';
import { match, type NumberRecogniser, named } from './recogniser';

/** Dates that the words before them call a birth date. Without such words a date is only a date. */
export const dob: NumberRecogniser = {
  name: 'dob',
  leastDigits: 6,
  look({ text, groups }, found) {
    if (groups.length > 12) return;
    for (let index = 0; index + 2 < groups.length; index++) {
      const [a, b, c] = groups.slice(index, index + 3);
      if (!a || !b || !c || c.end - a.start > 14) continue;
      if (
        !isDate(
          Number(a.digits),
          Number(b.digits),
          Number(c.digits),
          a.digits.length,
          c.digits.length,
        )
      )
        continue;
      const says = named(BIRTH, text, a.start);
      if (says === null) continue;
      found.push(match(a.start, c.end, 'dob', 0.9, [message('pii.why.context', says)]));
      index += 2;
    }
  },
};

/** The same with the month as a word: `born on 12 May 1984`. Found from the year. */
export const dobInWords: NumberRecogniser = {
  name: 'dob in words',
  leastDigits: 4,
  look({ text, groups }, found) {
    for (const { start, end, digits } of groups) {
      if (digits.length !== 4 || !/^(?:19|20)/.test(digits)) continue;
      const from = Math.max(0, start - LONGEST_BEFORE_YEAR);
      const left = UP_TO_YEAR.exec(text.slice(from, end))?.[0];
      const right = left ? undefined : AFTER_YEAR.exec(text.slice(start, start + 20))?.[0];
      const date = left ?? right;
      if (!date) continue;
      const at = left ? end - left.length : start;
      const says = named(BIRTH, text, at);
      if (says === null) continue;
      found.push(match(at, at + date.length, 'dob', 0.85, [message('pii.why.context', says)]));
    }
  },
};

const BIRTH_WORDS =
  'date of birth|birth ?date|birthday|d\\.?o\\.?b\\b|born(?: on| in)?|geburtsdatum|geburtstag|geboren(?: am| op)?|geb\\.|date de naissance|ne\\(?e?\\)? le|nee? le|fecha de nacimiento|nacid[oa] el|data di nascita|nat[oa] il|data de nascimento|nascid[oa] em|geboortedatum|data urodzenia|urodzon[ya]|ur\\.|datum narozeni|narozen[ay]?|fodelsedatum|fodd|fodselsdato|fodt|syntymaaika|szuletesi datum|szuletett|data nasterii|nascut[a]?|dogum tarihi|dogumlu|дата рождения|родил(?:ся|ась)|рожд\\.|дата народження|ημερομηνια γεννησης|تاريخ الميلاد|生年月日|出生日期|생년월일';
const BIRTH = new RegExp(`(?:${BIRTH_WORDS})[^\\d]{0,16}$`);
const MONTH = '\\p{L}{3,12}\\.?';
const LONGEST_BEFORE_YEAR = 28;
/** `12 May 1984`, `12. Mai 1984`, `12 de mayo de 1984`, `March 3, 1991`, `12-May-1984`, `May 1984`. */
const UP_TO_YEAR = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\d{1,2}(?:st|nd|rd|th|er|\\.)?(?: de| of)?[ -]${MONTH}(?: de)?,?[ -]|${MONTH} (?:\\d{1,2}(?:st|nd|rd|th)?,? )?)\\d{4}$`,
  'u',
);
const AFTER_YEAR = /^\d{4} ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일]/;

function isDate(a: number, b: number, c: number, lengthA: number, lengthC: number): boolean {
  if (lengthA === 4) return isYear(a) && isDayAndMonth(b, c);
  return (lengthC === 4 ? isYear(c) : lengthC === 2) && isDayAndMonth(a, b);
}

const isYear = (year: number): boolean => year >= 1900 && year <= 2100;
const isDayAndMonth = (a: number, b: number): boolean =>
  a >= 1 && b >= 1 && ((a <= 31 && b <= 12) || (a <= 12 && b <= 31));
