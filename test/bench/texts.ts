/**
 * Text nodes as pages have them: labels, prices, dates, prose, and now and then a personal value. In
 * 1.5 MB of text of real pages a node had 21 characters, every fifth a digit, and a personal value
 * stood in 1 of 100; here nodes are longer and personal values twice as frequent.
 */
export function pageTexts(characters: number): string[] {
  const random = generator(20_241);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const digits = (count: number): string =>
    Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
  const personal: readonly (() => string)[] = [
    () => `Write to ${pick(WORDS)}.${pick(WORDS)}@example.com`,
    () => `Tel. +49 30 ${digits(7)}`,
    () => `(415) 555-${digits(4)}`,
    () => 'Card 4111 1111 1111 1111, 12/27',
    () => 'IBAN DE89 3704 0044 0532 0130 00',
    () => `Last log-in from 203.0.113.${digits(2)}`,
    () => `Hi ${pick(NAMES)}, your parcel is on its way`,
    () => `Date of birth: 1${digits(1)}.0${1 + Math.floor(random() * 9)}.19${digits(2)}`,
    () => '12 Acacia Avenue, London',
    () => 'SSN 219-09-9999',
  ];
  const plain: readonly (() => string)[] = [
    () => sentence(4 + Math.floor(random() * 30)),
    () => sentence(1 + Math.floor(random() * 4)),
    () => sentence(1 + Math.floor(random() * 3)),
    () => sentence(2 + Math.floor(random() * 6)),
    () => sentence(1 + Math.floor(random() * 8)),
    () => sentence(1),
    () => sentence(2),
    () => sentence(3 + Math.floor(random() * 20)),
    () => sentence(1 + Math.floor(random() * 4)),
    () => `EUR ${digits(2)}.${digits(2)} incl. VAT`,
    () => `Order no. 20${digits(8)}`,
    () => `2024-0${1 + Math.floor(random() * 9)}-1${digits(1)} · ${digits(1)} min`,
    () => `v${digits(1)}.${digits(2)}.${digits(1)}, ${sentence(8)}`,
  ];
  const sentence = (length: number): string =>
    Array.from({ length }, () => pick(WORDS))
      .join(' ')
      .replace(/^./, (first) => first.toUpperCase());
  const texts: string[] = [];
  for (let made = 0; made < characters; ) {
    const text = pick(random() < 0.03 ? personal : plain)?.() ?? '';
    texts.push(text);
    made += text.length;
  }
  return texts;
}

const NAMES = 'Anna Jonas Élodie Marta Piotr Ines Noor Erik'.split(' ');
const WORDS =
  'the of and to in for your with on settings privacy account delivery please choose save we store which people see this page report summary continue price shipping basket help contact about news team die und der für mit auf ihre einstellungen konto lieferung bitte wählen speichern les des pour votre compte livraison choisir enregistrer los para cuenta envío guardar elegir gli impostazioni spedizione salva'.split(
    ' ',
  );

/** Mulberry32: the same texts in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
