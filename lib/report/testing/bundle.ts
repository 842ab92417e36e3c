import { createTranslator } from '../../core/translator';
import type { BundleParts } from '../bundle/make';
import { toConsentFile } from '../consent-file';
import { toHar } from '../har';
import { LEAKY } from './consent-result';

/** Parts of a small bundle: one archive, one picture, nobody signs. */
export const partsOf = (changes: Partial<BundleParts> = {}): BundleParts => ({
  consent: toConsentFile(LEAKY, createTranslator()),
  walk: LEAKY.walk,
  hars: new Map([['reject-0', toHar([], '0.1.0')]]),
  pictures: new Map([['reject-0-after.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3)]]),
  html: '<!doctype html><title>Report</title>',
  created: Date.UTC(2026, 10, 22, 13),
  sign: null,
  ...changes,
});

/** DER of a time stamp token over a digest, as short as the reader takes it. It is signed by nobody. */
export function tokenFor(sha256Hex: string, time = '20261122140000Z'): Uint8Array {
  const digest = Uint8Array.from(sha256Hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const info = der(
    0x30,
    der(0x02, Uint8Array.of(1)),
    der(0x06, Uint8Array.of(0x2a, 3)),
    der(0x30, der(0x30, der(0x06, hex('608648016503040201'))), der(0x04, digest)),
    der(0x02, Uint8Array.of(7)),
    der(0x18, new TextEncoder().encode(time)),
  );
  const encapsulated = der(
    0x30,
    der(0x06, hex('2a864886f70d0109100104')),
    der(0xa0, der(0x04, info)),
  );
  const signedData = der(0x30, der(0x02, Uint8Array.of(3)), der(0x31), encapsulated, der(0x31));
  return der(0x30, der(0x06, hex('2a864886f70d010702')), der(0xa0, signedData));
}

export function der(tag: number, ...parts: Uint8Array[]): Uint8Array {
  const content = parts.flatMap((part) => [...part]);
  const { length } = content;
  const head = length < 0x80 ? [length] : [0x82, length >> 8, length & 0xff];
  return Uint8Array.from([tag, ...head, ...content]);
}

const hex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
