import { message } from '../../core/message';
import { isEmbedded, type NumberRun } from './numbers';
import { match, type NumberRecogniser, named } from './recogniser';

/**
 * Telephone numbers: international ones by their country code, national ones by how they are
 * grouped, bare digits only where the words before them name a telephone. Dates, prices, ids and
 * order numbers share these forms, so each is ruled out first.
 */
export const phone: NumberRecogniser = {
  name: 'phone',
  leastDigits: 6,
  look(run, found) {
    if (run.digits > 30 || run.groups.length > 14) return;
    for (const piece of pieces(run)) {
      const found1 = judge(piece);
      if (found1) found.push(found1);
    }
  },
};

/** A run may hold two numbers: `+44 …  +49 …` or a number and a date. Split where a gap is wide. */
function pieces(run: NumberRun): NumberRun[] {
  const cuts: number[] = [0];
  run.groups.forEach((group, index) => {
    const next = run.groups[index + 1];
    if (next && /\s{2}|\s[-–—/]\s?$|[/] /.test(run.text.slice(group.end, next.start)))
      cuts.push(index + 1);
  });
  if (cuts.length === 1) return [run];
  return cuts.map((from, index) => {
    const groups = run.groups.slice(from, cuts[index + 1] ?? run.groups.length);
    const first = groups[0]?.start ?? run.start;
    return {
      text: run.text,
      groups,
      start: from === 0 ? run.start : opening(run.text, first),
      end: groups.at(-1)?.end ?? run.end,
      digits: groups.reduce((sum, { digits }) => sum + digits.length, 0),
    };
  });
}

function opening(text: string, first: number): number {
  let start = first;
  if (text[start - 1] === '(') start--;
  if (text[start - 1] === '+') start--;
  return start;
}

function judge(run: NumberRun) {
  const { text, start, groups, digits } = run;
  const end = run.end + extension(text, run.end);
  if (digits < 7 || digits > 15 || isEmbedded(text, start, end)) return null;
  const raw = text.slice(start, run.end);
  const all = groups.map((group) => group.digits).join('');
  if (isSomethingElse(run, raw, true)) return null;
  const says = named(PHONE_WORDS, text, start);
  if (says === null && isSomethingElse(run, raw, false)) return null;
  const why =
    says === null
      ? [message('pii.why.phoneForm')]
      : [message('pii.why.context', says), message('pii.why.phoneForm')];
  const form = formConfidence(
    raw,
    all,
    groups.map((group) => group.digits.length),
  );
  if (says === null && (form < 0.5 || named(OTHER_WORDS, text, start, 24) !== null)) return null;
  const confidence = says === null ? form : Math.max(form + 0.2, 0.8);
  return match(start, end, 'phone', Math.min(0.97, confidence), why);
}

/** How much the form alone says, from 0 to 1. */
function formConfidence(raw: string, all: string, groups: readonly number[]): number {
  if (raw.includes('+')) return COUNTRY_CODES.test(all) && all.length >= 8 ? 0.9 : 0;
  if (/^00/.test(all) && COUNTRY_CODES.test(all.slice(2)) && all.length >= 11) return 0.7;
  if (NORTH_AMERICA.test(raw)) return 0.8;
  if (groups.length === 1) return 0.2;
  // National numbers with a trunk prefix, in at least two groups.
  if (/^\(?0[1-9]/.test(raw) && all.length >= 9 && all.length <= 12 && Math.max(...groups) <= 8)
    return 0.65;
  if (/^\(\d{2,4}\)/.test(raw) && all.length >= 8) return 0.7;
  if (SHAPES.has(groups.join('-')) && /^[\d -]+$/.test(raw)) return 0.5;
  return 0.25;
}

/** `415-555-0132`, `(415) 555-0132`, `1.415.555.0132`: area and exchange never start with 0 or 1. */
const NORTH_AMERICA =
  /^(?:(?:\+?1|001)[-. ]?)?(?:\([2-9]\d\d\)[-. ]?|[2-9]\d\d[-. ])[2-9]\d\d[-. ]?\d{4}$/;
/** Groupings of national numbers without a trunk prefix. */
const SHAPES: ReadonlySet<string> = new Set([
  '3-3-3',
  '2-3-2-2',
  '3-2-2-2',
  '2-2-2-2',
  '4-4',
  '3-3-4',
  '3-4-4',
  '2-4-4',
  '2-5-4',
  '3-4',
]);

function isSomethingElse(
  { text, start, end, groups }: NumberRun,
  raw: string,
  isNamed: boolean,
): boolean {
  const around = text.charAt(start - 1);
  if (/[$€£¥₹₽#%=/.,:@&_-]/.test(around) && !/^[:.,/]$/.test(around)) return true;
  if (around === '.' || around === '/' || around === '=') return true;
  const after = text.slice(end, end + 4);
  if (/^(?:[.,:]\d|%| ?[€$£¥₹₽]|[/=@_])/.test(after)) return true;
  if (SOCIAL_SECURITY.test(raw)) return true;
  // Thousands: 72 128 827.
  if (!isNamed && /^\d{1,3}(?:[. ]\d{3})+$/.test(raw) && !raw.startsWith('0')) return true;
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(raw)) return true;
  if (DATE.test(raw) || YEARS.test(raw)) return true;
  return groups.length > 7;
}

/** `219-09-9999`, also where one separator is another. */
const SOCIAL_SECURITY = /^(?=.*-)\D*\d{3}\D+\d{2}\D+\d{4}\D*$/;
const DATE =
  /^(?:(?:0?[1-9]|[12]\d|3[01])[-./ ](?:0?[1-9]|[12]\d|3[01])[-./ ](?:\d\d$|(?:19|20)\d\d)|(?:19|20)\d\d[-./ ](?:0?[1-9]|1[0-2])[-./ ](?:0?[1-9]|[12]\d|3[01]))(?:\D{1,3}\d{1,2}){0,3}$/;
const YEARS = /^(?:(?:19|20)\d\d\D{1,3})+(?:19|20)\d\d$/;

function extension(text: string, end: number): number {
  return (
    /^ ?(?:x|ext\.?|extension|durchwahl|poste|#) ?\d{1,6}\b/i.exec(text.slice(end, end + 20))?.[0]
      .length ?? 0
  );
}

const PHONE_WORDS =
  /(?:\b(?:tel|phones?|telephone|mobile|mob|cell(?:phone| phone)?|call(?: me| us)?|dial|fax|whats ?app|sms|text(?: me)?|ring|reach(?: me| us)?(?: (?:at|on))?|contact|hotline|answer(?:ing|s)?(?: at| on)?|telefon\p{L}*|handy|mobil\p{L}*|rufnummer|anruf\p{L}*|telefono|movil|celular|cellulare|llam\p{L}+|chiam\p{L}+|appel\p{L}+|portable|telefone|telemovel|telefoon|gsm|bel|puh(?:elin)?|tlf|cep tel|telepon|hp)\b|телефон\p{L}*|тел\.?|моб\.?|звон\p{L}*|τηλ\p{L}*|κινητο|هاتف|جوال|موبایل|תלפון|טלפון|נייד|電話|携帯|电话|手机|전화|연락처|โทร)[^\p{N}]{0,24}$/u;
const OTHER_WORDS =
  /(?:\b(?:order|invoice|ref(?:erence)?|ticket|tracking|account|acct|booking|customer|case|serial|isbn|issn|ean|upc|sku|id|no|nr|number|version|model|card|ssn|iban|policy|bestell\p{L}*|rechnung\p{L}*|auftrag\p{L}*|kunden\p{L}*|commande|facture|pedido|factura|ordine|fattura|bestelling|zamowieni\p{L}*|objednavk\p{L}*|tilaus\p{L}*)\b|заказ\p{L}*|счет|订单|注文|주문)[^\p{L}\p{N}]{0,8}(?:(?:no|nr|number|id|num|nummer|numero)\b[^\p{L}\p{N}]{0,6})?$/u;

/** Country calling codes (ITU-T E.164, list of assigned codes). */
const COUNTRY_CODES =
  /^(?:1[2-9]\d\d|7|20|2[1-689]\d|27|3[0-469]|3[578]\d|4[013-9]|42\d|5[09]\d|5[1-8]|6[0-6]|6[789]\d|8[1246]|8[0578]\d|9[0-58]|9[679]\d)\d{5,}$/;
