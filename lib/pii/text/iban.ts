import { message } from '../../core/message';
import { mod97 } from './checksums';
import { isWordish } from './numbers';
import { match, type TextRecogniser } from './recogniser';

/** IBANs: a country, its length, and the check digits (ISO 13616; ISO 7064 MOD 97-10). */
export const iban: TextRecogniser = {
  name: 'iban',
  find(text, found) {
    if (text.length < SHORTEST) return;
    START.lastIndex = 0;
    for (let hit = START.exec(text); hit; hit = START.exec(text)) {
      const start = hit.index;
      // Looked at here rather than in the pattern, which is much faster without it.
      if (isWordish(text, start - 1)) {
        START.lastIndex = start + 1;
        continue;
      }
      const end = ibanEnd(text, start);
      if (end === 0) continue;
      found.push(match(start, end, 'iban', 0.98, [message('pii.why.mod97')]));
      START.lastIndex = end;
    }
  },
};

/** Norway's. */
const SHORTEST = 15;
const START = /[A-Za-z]{2}\d{2}(?=[ \u00a0-]?[A-Za-z0-9])/g;

/** Reads as many letters and digits as the country's IBANs have, over spaces and hyphens. */
function ibanEnd(text: string, start: number): number {
  const length = LENGTHS[text.slice(start, start + 2).toUpperCase()];
  if (length === undefined) return 0;
  let compact = '';
  let at = start;
  for (; compact.length < length; at++) {
    const letter = text.charAt(at);
    if (ALPHANUMERIC.test(letter)) compact += letter;
    else if (!SEPARATOR.test(letter) || !ALPHANUMERIC.test(text.charAt(at + 1))) return 0;
  }
  if (ALPHANUMERIC.test(text.charAt(at))) return 0;
  return isIban(compact) ? at : 0;
}

const ALPHANUMERIC = /[A-Za-z0-9]/;
const SEPARATOR = /[ \u00a0-]/;

/** Whether letters and digits without separators are an IBAN. */
export function isIban(text: string): boolean {
  const compact = text.toUpperCase();
  if (LENGTHS[compact.slice(0, 2)] !== compact.length) return false;
  return mod97(compact.slice(4) + compact.slice(0, 4)) === 1;
}

/** Lengths by country, as registered with SWIFT (IBAN Registry). */
const LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
