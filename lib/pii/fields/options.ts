import { message } from '../../core/message';
import type { FieldFacts } from '../contract';
import { fold } from '../words';
import type { EvidenceBook } from './reading';

/** Adds what the options of a select (or a group of radios) give away. */
export function readOptions(facts: FieldFacts, book: EvidenceBook): void {
  const options = facts.options;
  if (options.length === 0) return;
  const folded = options.slice(0, 300).map((option) => fold(option.trim()));
  for (const [concept, share, weight] of LISTS) {
    const found = folded.filter((option) => share.pattern.test(option)).length;
    if (found >= share.least && found / folded.length >= share.share) {
      book.add(concept, weight, message('pii.why.options'));
    }
  }
  const prices = folded.filter((option) => PRICE.test(option)).length;
  if (prices / folded.length >= 0.5) book.add('not.money', 1, message('pii.why.options'));
  const years = yearsOf(folded);
  if (years) readYears(years, book);
}

interface Share {
  readonly pattern: RegExp;
  readonly least: number;
  readonly share: number;
}

const COUNTRIES =
  /^(afghanistan|albania|albanien|algeri[ae]|argentin[ae]|australi[ae]n?|austria|osterreich|autriche|belgi(um|en|que|ca|o)|brazil|brasil(ien)?|bulgari[ae]n?|canada|kanada|china|chine|croatia|cyprus|zypern|denmark|danmark|danemark|egypt|egypte|estonia|finland|finnland|suomi|france|frankreich|francia|germany|deutschland|allemagne|alemania|greece|griechenland|hungary|ungarn|iceland|india|indien|ireland|irland|israel|italy|italia|italien|italie|japan|jamaica|kenya|latvia|lithuania|luxemb(o?u)rg|malta|mexico|mexiko|monaco|nepal|netherlands|niederlande|nederland|norway|norge|norwegen|pakistan|peru|poland|polska|polen|portugal|romania|russia|schweden|serbia|singapore|slovakia|slovenia|spain|espana|spanien|sweden|sverige|switzerland|schweiz|suisse|svizzera|thailand|tunisia|turkey|turkiye|ukraine|united kingdom|united states( of america)?|uruguay|vietnam|zambia|zimbabwe|россия|украина|германия|франция|беларусь|казахстан|україна|日本|中国|中國|대한민국|ελλαδα|κυπρος|مصر|السعوديه|ایران|ישראל|us|gb|de|fr|es|it|usa|uk)$/;
const STATES =
  /^(alabama|alaska|arizona|california|colorado|connecticut|florida|georgia|hawaii|idaho|illinois|kansas|kentucky|maryland|michigan|new york|ohio|oregon|texas|utah|virginia|wyoming|al|ak|az|ar|ca|co|ct|fl|ga|hi|il|ny|tx|ontario|quebec|alberta|manitoba|victoria|queensland|tasmania|bayern|bavaria|hessen|sachsen|thuringen|berlin|hamburg|bremen|sao paulo|bahia|parana|minas gerais|sp|rj|mg|madrid|barcelona|sevilla|valencia|malaga|milano|roma|torino|napoli|mi|rm|to|na|jalisco|nuevo leon|puebla|北海道|東京都|大阪府|京都府|愛知県|北京|北京市|上海|上海市|広東|广东省|台北市|москва|московская область|київська|київська область|пловдив|софия|mazowieckie|malopolskie|slaskie|alba|cluj|iasi|bihor|adana|ankara|istanbul|izmir|budapest|pest|maharashtra|gujarat|karnataka|delhi|cairo|القاهره|الجيزه|dubai|abu dhabi|riyadh|αττικη|θεσσαλονικη|buenos aires|cordoba|mendoza|zagrebacka|kent|essex|surrey)$/;

/** By number, or by how the name begins: `mar` is also March in Turkish and Polish. */
const MONTHS =
  /^(0?[1-9]|1[0-2])$|^(\d{1,2} ?[-–—.)(/]? ?)?\(?(jan|feb|mar|maerz|apr|avr|abr|may|mai|maj|jun|juin|jul|juil|aug|aou|ago|sep|set|oct|okt|ott|out|nov|dec|dez|dic|des|gen|ene|mag|giu|lug|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|ιαν|φεβ|μαρ|ocak|subat|nisan|haziran|temmuz|agustos|eylul|ekim|kasim|aralik|styczen|luty|kwiecien|czerwiec|lipiec|sierpien|wrzesien|pazdziernik|listopad|grudzien|tammi|helmi|maalis|huhti|touko|kesa|heina|elo|syys|loka|joulu)[\p{L}.]*\)?( ?[-(] ?\d+\)?)?$|^\d{1,2} ?(月|월)$/u;

const LISTS: readonly (readonly [Parameters<EvidenceBook['add']>[0], Share, number])[] = [
  ['address.country', { pattern: COUNTRIES, least: 3, share: 0.12 }, 0.9],
  ['address.state', { pattern: STATES, least: 3, share: 0.12 }, 0.8],
  [
    'gender',
    {
      pattern:
        /^(m|f|w|male|female|man|woman|men|women|boy|girl|mannlich|weiblich|mann|frau|divers|homme|femme|masculin|feminin|hombre|mujer|masculino|femenino|feminino|uomo|donna|maschio|femmina|maschile|femminile|homem|mulher|vrouw|kobieta|mezczyzna|muz|zena|muski|zenski|kvinna|kvinde|kvinne|mand|mies|nainen|ferfi|no|barbat|femeie|erkek|kadin|bay|bayan|мужской|женский|мужчина|женщина|муж|жен|м|ж|чоловік|жінка|мъж|жена|ανδρας|γυναικα|ذكر|انثي|男|女|男性|女性|남|여|남자|여자|남성|여성)\.?$/,
      least: 2,
      share: 0.4,
    },
    0.8,
  ],
  [
    'name.prefix',
    {
      pattern:
        /^(mr|mrs|ms|miss|mx|dr|sir|prof|herr|frau|hr|fr|m|mme|mlle|monsieur|madame|mademoiselle|sr|sra|srta|senor|senora|sig|sig\.?ra|signor|signora|dhr|mevr|mw|pan|pani|de heer|mevrouw|г-н|г-жа|господин|госпожа)\.?$/,
      least: 2,
      share: 0.5,
    },
    0.9,
  ],
  [
    'card.type',
    {
      pattern:
        /^(visa|visa (electron|debit|delta)|master ?card|amex|american express|discover|diners( club)?|jcb|maestro|unionpay|mir|elo|hipercard|dankort|carte bleue)\b/,
      least: 2,
      share: 0.4,
    },
    1.4,
  ],
  [
    'phone_country_code',
    { pattern: /(^|\s|\()(\+|00)[1-9]\d{0,3}\)?(\s|$)/, least: 3, share: 0.4 },
    1.6,
  ],
  [
    'religion',
    {
      pattern:
        /^(christian(ity)?|roman catholic|catholic|protestant|orthodox|muslim|islam|hindu(ism)?|buddhist|buddhism|jewish|judaism|sikh(ism)?|atheist|agnostic|evangelisch|romisch-katholisch|katholisch|islamisch|judisch|konfessionslos|catholique|musulmane?|juif|catolic[oa]|ate[oa]|judi[oa]|cattolic[oa]|ebre[oa]|мусульман(ин|ка)|христиан(ин|ка|ство)|буддизм|ислам)$/,
      least: 3,
      share: 0.4,
    },
    0.9,
  ],
  [
    'ethnicity',
    {
      pattern:
        /^(white|black|asian|hispanic|latin[oax]|caucasian|mixed( race)?|native american|(white|black|asian|mixed)( or |,| - | \(|\/).*|american indian.*|native hawaiian.*|hispanic or latin.*|two or more races|two or more ethnic.*|branc[oa]|pret[oa]|pard[oa]|indigena|amarel[oa])$/,
      least: 3,
      share: 0.4,
    },
    0.9,
  ],
  [
    'sexuality',
    {
      pattern:
        /^(heterosexual.*|homosexual.*|straight.*|gay|lesbian|gay( or |\/)lesbian|bisexual|bi|asexual|pansexual|queer|heterosexuell|homosexuell|bisexuell|lesbisch|schwul|hetero|homosexuel(le)?|heterosexuel(le)?|bisexuel(le)?|lesbienne|eterosessuale|omosessuale|bisessuale|gej|lesbijka)$/,
      least: 3,
      share: 0.4,
    },
    0.9,
  ],
  ['part.month', { pattern: MONTHS, least: 11, share: 0.4 }, 1],
  ['part.day', { pattern: /^(0?[1-9]|[12]\d|3[01])\.?$/, least: 28, share: 0.4 }, 1],
];

/** A sum to the cent, as goods have and incomes do not. */
const PRICE = /[$€£¥₽]\s?\d[\d,. ]*[.,]\d\d(?!\d)|\d[.,]\d\d ?(?:[$€£₽]|eur|usd|zl|kc)(?![a-z])/;

function yearsOf(options: readonly string[]): { first: number; last: number } | null {
  const years = options
    .filter((option) => /^(19|20)\d\d(年|년)?$/.test(option))
    .map(Number.parseFloat);
  const short = years.length
    ? years
    : options.filter((o) => /^[2-5]\d$/.test(o)).map((o) => 2000 + Number(o));
  if (short.length < 4 || short.length / options.length < 0.4) return null;
  return { first: Math.min(...short), last: Math.max(...short) };
}

/**
 * Years far back are those of births. Recent ones alone are no card's: its end takes a card beside
 * it, and years are asked of much else ("running since", "graduated in").
 */
function readYears(years: { first: number; last: number }, book: EvidenceBook): void {
  book.add('part.year', 1, message('pii.why.options'));
  if (years.last - years.first >= 40 || years.first < 1960)
    book.add('dob', 0.3, message('pii.why.pastYears'));
  else if (years.first >= 2010 && years.last - years.first <= 30) {
    book.add('card.expiry', 0.2, message('pii.why.futureYears'), false);
  }
}
