import { message } from '../../core/message';
import { match, type NumberRecogniser, named, type TextRecogniser } from './recogniser';

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
      found(match(a.start, c.end, 'dob', 0.9, [message('pii.why.context', says)]));
      index += 2;
    }
  },
};

/** The same with the month as a word: `born on 12 May 1984`. */
export const dobInWords: TextRecogniser = {
  name: 'dob in words',
  find(text, found) {
    BIRTH_SCAN.lastIndex = 0;
    for (let hit = BIRTH_SCAN.exec(text); hit; hit = BIRTH_SCAN.exec(text)) {
      const from = hit.index + hit[0].length;
      const date = WORDED.exec(text.slice(from, from + 48));
      if (!date?.[1]) continue;
      const start = from + date[0].length - date[1].length;
      found(
        match(start, from + date[0].length, 'dob', 0.85, [
          message('pii.why.context', hit[0].toLowerCase()),
        ]),
      );
    }
  },
};

const BIRTH_WORDS =
  'date of birth|birth ?date|birthday|d\\.?o\\.?b\\b|born(?: on| in)?|geburtsdatum|geburtstag|geboren(?: am| op)?|geb\\.|date de naissance|ne\\(?e?\\)? le|nee? le|fecha de nacimiento|nacid[oa] el|data di nascita|nat[oa] il|data de nascimento|nascid[oa] em|geboortedatum|data urodzenia|urodzon[ya]|ur\\.|datum narozeni|narozen[ay]?|fodelsedatum|fodd|fodselsdato|fodt|syntymaaika|szuletesi datum|szuletett|data nasterii|nascut[a]?|dogum tarihi|dogumlu|дата рождения|родил[аc]?[сc]?[яь]?|дата народження|ημερομηνια γεννησης|تاريخ الميلاد|生年月日|出生日期|생년월일';
const BIRTH = new RegExp(`(?:${BIRTH_WORDS})[^\\d]{0,16}$`);
const BIRTH_SCAN = new RegExp(BIRTH_WORDS.replaceAll('\\b', ''), 'gi');
const MONTH = '\\p{L}{3,12}\\.?';
const WORDED = new RegExp(
  `^[^\\p{N}\\n]{0,12}?(\\d{1,2}(?:st|nd|rd|th|er|\\.)?(?: de| of)? ${MONTH}(?: de)?,? (?:19|20)\\d\\d|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d|(?:19|20)\\d\\d ?[年년] ?\\d{1,2} ?[月월] ?\\d{1,2} ?[日일])`,
  'u',
);

function isDate(a: number, b: number, c: number, lengthA: number, lengthC: number): boolean {
  if (lengthA === 4) return isYear(a) && isDayAndMonth(b, c);
  return (lengthC === 4 ? isYear(c) : lengthC === 2) && isDayAndMonth(a, b);
}

const isYear = (year: number): boolean => year >= 1900 && year <= 2100;
const isDayAndMonth = (a: number, b: number): boolean =>
  a >= 1 && b >= 1 && ((a <= 31 && b <= 12) || (a <= 12 && b <= 31));
