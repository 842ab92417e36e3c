import { mod97, weighted } from '../checksums';

/** US social security: never issued are areas 000, 666 and 9xx, group 00, serial 0000 (SSA, POMS RM 10201.035). */
export const isSsn = (d: string): boolean =>
  !/^(?:000|666|9)|^...00|0000$|^(\d)\1+$|^123456789$|^078051120$/.test(d);

/** NHS number: weights 10 to 2, modulus 11, and no number where the check digit is 10 (NHS Data Dictionary). */
export function isNhsNumber(d: string): boolean {
  const check = 11 - (weighted(d, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return check !== 10 && check % 11 === Number(d[9]) && !/^(\d)\1+$/.test(d);
}

/** German tax id: of the first ten digits exactly one occurs more than once, twice or three times. */
export function hasOneRepeat(digits: string): boolean {
  const counts = [...'0123456789'].map((digit) => digits.split(digit).length - 1);
  return counts.filter((count) => count > 1).length === 1 && Math.max(...counts) <= 3;
}

/** Brazilian CPF: two check digits, modulus 11 (Receita Federal). */
export function isCpf(d: string): boolean {
  if (/^(\d)\1+$/.test(d)) return false;
  const check = (length: number): number => {
    const weights = Array.from({ length }, (_, index) => length + 1 - index);
    return ((weighted(d, weights) * 10) % 11) % 10;
  };
  return check(9) === Number(d[9]) && check(10) === Number(d[10]);
}

/**
 * Brazilian CNPJ: weights 2 to 9 from the right, modulus 11. Letters, which new numbers may have,
 * count by their code less 48 (Receita Federal, Instrução Normativa 2.229/2024).
 */
export function isCnpj(text: string): boolean {
  if (/^(.)\1+$/.test(text)) return false;
  const check = (length: number): number => {
    let sum = 0;
    for (let index = 0; index < length; index++) {
      sum += (text.charCodeAt(index) - 48) * (((length - 1 - index) % 8) + 2);
    }
    return sum % 11 < 2 ? 0 : 11 - (sum % 11);
  };
  return check(12) === Number(text[12]) && check(13) === Number(text[13]);
}

/** Spanish DNI and NIE: the letter is the number modulo 23; X, Y and Z of a NIE are 0, 1 and 2. */
export function hasSpanishLetter(text: string): boolean {
  const digits = text.replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits.slice(0, -1)) % 23] === text.at(-1);
}

/** French NIR: 97 less the number modulo 97; departments 2A and 2B count as 19 and 18 (INSEE). */
export function isNir(text: string): boolean {
  const digits = text.replace(/^(.{5})2A/, '$119').replace(/^(.{5})2B/, '$118');
  return 97 - mod97(digits.slice(0, 13)) === Number(digits.slice(13));
}

/** Italian codice fiscale: odd places count by a table, even ones by value (D.M. 23 dicembre 1976, n. 13813). */
export function isCodiceFiscale(code: string): boolean {
  let sum = 0;
  for (let index = 0; index < 15; index++) {
    const letter = code.charCodeAt(index);
    const value = letter < 58 ? letter - 48 : letter - 65;
    sum += index % 2 === 0 ? (ODD[value] ?? 0) : value;
  }
  return String.fromCharCode(65 + (sum % 26)) === code[15];
}

const ODD = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/** Finnish personal identity code: the nine digits modulo 31 are its last sign. */
export const isHetu = (text: string): boolean =>
  '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(text.replace(/\D/g, '').slice(0, 9)) % 31] ===
  text.at(-1);
