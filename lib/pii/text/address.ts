import { message } from '../../core/message';
import type { TextMatch } from '../contract';
import { match, type TextRecogniser } from './recogniser';

/**
 * Street addresses: a word for a street beside a number, in the order of the language. Found from
 * the street word, since those are rarer than numbers.
 */
export const addresses: TextRecogniser = {
  name: 'street addresses',
  find(text, found) {
    let past = 0;
    STREET.lastIndex = 0;
    for (let hit = STREET.exec(text); hit; hit = STREET.exec(text)) {
      if (hit.index < past) continue;
      // Looked at here rather than in the pattern, which is much faster without it.
      if (LETTER.test(text.charAt(hit.index + hit[0].length))) {
        STREET.lastIndex = hit.index + 1;
        continue;
      }
      const address = addressAround(text, hit.index, hit.index + hit[0].length);
      if (!address) continue;
      past = address.end;
      found.push(
        match(address.start, address.end, 'address.street', 0.75, [message('pii.why.street')]),
      );
      postalAfter(text, address.end, found);
    }
  },
};

/** Words for streets: suffixes of compounds, words after a name, words before a name. */
const STREET =
  /(?:stra(?:ß|ss)e|str\.|[wW]eg|gasse|platz|allee|straat|laan|plein|gracht|kade|vägen|gatan|gata|gade|vej|katu|tie)|\b(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Square|Terrace|Parkway|Pkwy|Highway|Hwy|Crescent|Close|Way|Place|Mews)\b|\b(?:[rR]ue|[aA]venue|[bB]oulevard|[cC]hemin|[cC]alle|C\/|Avenida|Av\.|Paseo|Plaza|[vV]ia|[vV]iale|[pP]iazza|[cC]orso|[rR]ua|Travessa|ul\.|[uU]lica|al\.|utca|út|Strada|Bd\.|Sokak|Cad\.|Caddesi)|(?:улица|ул\.|проспект|пр-т|переулок|вулиця|вул\.|бул\.|οδός)/g;

const LETTER = /\p{L}/u;
const WINDOW = 48;
const NUMBER_BEFORE =
  /(?<![\p{L}\p{N}.,:/])(?:\d{1,5}[A-Za-z]?(?:[-/]\d{1,4})?|\d{1,4} ?(?:bis|ter)),? (?:(?:\p{Lu}[\p{L}'’.-]{0,24}|\d{1,3}(?:st|nd|rd|th)|de|des|du|la|le|of|the|and|[NSEW]\.?) ){0,5}$/u;
const NUMBER_BEFORE_TYPE = /(?<![\p{L}\p{N}.,:/])\d{1,4}(?: ?(?:bis|ter|[A-D]))?,? $/u;
const NAME_AND_NUMBER_AFTER =
  /^ ?(?:(?:[\p{Lu}\d][\p{L}\p{N}'’.-]{0,24}|de|del|della|dei|da|do|dos|des|du|la|las|los|le|les|el|e|y|di|van|der),? ){0,6}?(?:[nN][°ºr]\.? ?|д\. ?|nr\. ?)?\d{1,4}(?: ?[A-Za-zА-Яа-я](?!\p{L}))?(?:[-/]\d{1,4}[A-Za-z]?)?(?![\p{L}\p{N}%€$])/u;
const NAME_AFTER =
  /^ (?:(?:[\p{Lu}][\p{L}'’-]{0,24}|de|des|du|la|le|les|l'\p{L}+|d'\p{L}+)(?: |(?=[,.\n]|$))){1,5}/u;

function addressAround(
  text: string,
  start: number,
  end: number,
): { start: number; end: number } | null {
  const before = text.slice(Math.max(0, start - WINDOW), start);
  const after = text.slice(end, end + WINDOW);
  // 12 Acacia Avenue
  const left = NUMBER_BEFORE.exec(before);
  const isWord = /^\p{Lu}/u.test(text.charAt(start));
  if (left && isWord && / \p{L}|\d(?:st|nd|rd|th) /u.test(left[0])) {
    return { start: start - left[0].length, end };
  }
  // 12 rue de la Paix
  const number = NUMBER_BEFORE_TYPE.exec(before);
  const name = NAME_AFTER.exec(after);
  if (number && name && /^(?:rue|avenue|boulevard|chemin)/i.test(text.slice(start, end))) {
    return { start: start - number[0].length, end: end + name[0].trimEnd().length };
  }
  // Hauptstraße 5, Calle Mayor 12, ул. Ленина, д. 5
  const right = NAME_AND_NUMBER_AFTER.exec(after);
  if (!right) return null;
  const compound = /[\p{L}.-]{0,30}$/u.exec(before)?.[0] ?? '';
  const isCompound = /\p{Ll}$/u.test(compound) || /^\p{Ll}/u.test(text.charAt(start));
  if (ENGLISH.test(text.slice(start, end))) return null;
  const at = isCompound ? wordsBefore(before, compound) : 0;
  if (!/\p{Lu}/u.test(text.slice(start - at, end + right[0].length))) return null;
  return { start: start - at, end: end + right[0].length };
}

const ENGLISH = /^(?:St|Ave|Road|Rd|Lane|Ln|Drive|Dr|Court|Ct|Square|Way|Place|Close|Street)$/;

/** Length of the compound itself and of a capitalised word before it: `Unter der Linden-`. */
function wordsBefore(before: string, compound: string): number {
  if (compound !== '') return compound.length;
  return /(?:\p{Lu}[\p{L}-]{1,24} )$/u.exec(before)?.[0].length ?? 0;
}

/** `, 10115 Berlin`, `, Springfield, IL 62704`, `, London SW1A 1AA` right after a street. */
function postalAfter(text: string, from: number, found: TextMatch[]): void {
  const rest = text.slice(from, from + 60);
  const hit = POSTAL.exec(rest);
  const code = hit?.[1] ?? hit?.[2] ?? hit?.[3];
  if (!hit || !code) return;
  const start = from + hit[0].lastIndexOf(code);
  found.push(
    match(start, start + code.length, 'address.postal', 0.75, [message('pii.why.postal')]),
  );
}

const POSTAL =
  /^[,\s]{1,3}(?:(\d{4,5}(?:-\d{3,4})?|\d{4} ?[A-Z]{2}|\d{2}-\d{3}|\d{3} \d{2})(?= \p{Lu})|[\p{L} .'-]{2,30},? (?:[A-Z]{2} )(\d{5}(?:-\d{4})?)|[\p{L} .'-]{0,30},? ?([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}))/u;
