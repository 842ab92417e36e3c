import type { NationalId } from './contract';

/** A paper of a state whose number has no check digits: only the words before it tell. */
export type PaperKind = Pick<NationalId, 'kind' | 'words'>;

/** Words, then at most "number", "no." or "is" between them and the value. */
const before = (words: string): RegExp =>
  new RegExp(
    `(?:${words})[^\\p{L}\\p{N}]{0,4}(?:(?:no|nr|num|number|nummer|numero|numer|n|card|id|is|was|de|номер|番号|번호|号码)[^\\p{L}\\p{N}]{0,4}){0,3}$`,
    'u',
  );

export const PAPERS: readonly PaperKind[] = [
  {
    kind: 'passport',
    words: before(
      'passport|reisepass|passnummer|pass-nr|passeport|pasaporte|passaporto|passaporte|paspoort|paspoortnummer|paszportu?|cestovni pas|utlevel|pasaport|загранпаспорта?|паспорта?|διαβατηριου?|جواز السفر|パスポート|旅券|护照|護照|여권',
    ),
  },
  {
    kind: 'driving-licence',
    words: before(
      "(?:driver ?'?s?'?|driving|drivers[’']?|driver’s) (?:licen[cs]e|permit)|\\bdl\\b|dln|fuhrerschein(?:nummer)?|permis de conduire|(?:carnet|permiso|licencia) de conduc(?:ir|ion)|patente(?: di guida)?|rijbewijs(?:nummer)?|prawa? jazdy|\\bcnh\\b|carta de conducao|carteira de motorista|korkort|forerkort|korekort|ajokortti|ehliyet|водительск\\p{L}+ удостоверени\\p{L}+|運転免許|운전면허|驾驶证",
    ),
  },
  {
    kind: 'identity-card',
    words: before(
      '(?:identity|national id|\\bid) card|personalausweis|ausweisnummer|carte d.identite|(?:documento|cedula) de identidad|cedula|carta d.identita|identiteitskaart|dowodu? osobist\\p{L}+|obcansk\\p{L}+ prukaz\\p{L}*|cartao de cidadao|身份证|身分證',
    ),
  },
];

/** What such a number looks like: letters and digits, at least four of them digits. */
export const PAPER_FORM = /^(?=(?:[A-Z]*\d){4})[A-Z\d]{6,18}$/i;
