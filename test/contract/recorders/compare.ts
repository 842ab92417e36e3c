import { CANARY } from './canaries';
import type { Recording } from './driver';
import type { Row } from './in-page/survey';
import type { RecordedNode, Snapshot } from './recording';

export type Taken = 'plain' | 'masked' | 'absent' | 'covered';

/**
 * What the recording really holds of a value: read from the very node that it belongs to. Where the
 * recorder shows no nodes, the canary tells, which stands in one place of the page: it is in the
 * payload, or the value is covered. Null: the value holds no canary, so nothing tells.
 */
export function taken(row: Row, { snapshot, payload }: Recording): Taken | null {
  if (snapshot) return takenFromNode(row, snapshot);
  const canary = CANARY.exec(row.value)?.[0];
  if (!canary) return null;
  return payload.includes(canary) ? 'plain' : 'covered';
}

function takenFromNode(row: Row, { nodes }: Snapshot): Taken {
  const node = nodes.get(row.node);
  const recorded =
    row.tag === 'style' && row.attribute === ''
      ? sheetText(row, nodes)
      : node && recordedText(row, node);
  if (recorded === undefined || recorded === '') return 'absent';
  if (recorded === row.value) return 'plain';
  const canary = CANARY.exec(row.value)?.[0];
  if (canary && recorded.includes(canary)) return 'plain';
  const isZeroed = recorded === row.value.replace(/\d/g, '0');
  const isScrambled = row.attribute === '' && isScramble(recorded, row.value);
  const isMasked = isZeroed || isScrambled || MASKS.some((mask) => mask.test(recorded));
  return isMasked ? 'masked' : 'absent';
}

/** Highlight's mask of text: for each word a random one that is no longer, of digits and the letters a to j. */
function isScramble(recorded: string, value: string): boolean {
  const words = value.replace(/[^ -~]+/g, '').split(' ');
  const scrambled = recorded.split(' ');
  return (
    words.length === scrambled.length &&
    scrambled.every(
      (word, at) => /^[\da-j]*$/.test(word) && word.length <= (words[at] ?? '').length,
    )
  );
}

/** What recorders put in the place of a value: stars (around the signs of a mail address), crosses, dots, squares, a picture. */
const MASKS: readonly RegExp[] = [
  /(^|\s)[*@.]*\*[*@.]*(\s|$)/,
  /^[\sx]*x[\sx]*$/,
  /[•▪▫]/,
  /^data:image\/(svg\+xml,%3Csvg .*silver|gif;base64,R0lGODlhAQABAIAAAMLCwg)/,
  /^https:\/\/static\.openreplay\.com\/tracker\/placeholder\.jpeg$/,
];

function recordedText(row: Row, node: RecordedNode): string | undefined {
  if (row.attribute === '') return node.textContent;
  const attributes = node.attributes ?? {};
  const current = row.channel === 'value' ? attributes['#value'] : undefined;
  if (typeof current === 'string') return current;
  // A frame that can't be read keeps its address under another name.
  const value =
    attributes[row.attribute] ?? (row.attribute === 'src' ? attributes.rr_src : undefined);
  return typeof value === 'string' ? value : undefined;
}

/** rrweb keeps the text of a style sheet with its element, as the browser has normalised it. */
function sheetText(row: Row, nodes: Snapshot['nodes']): string | undefined {
  const texts = [...nodes.values()].flatMap((node) => [
    node.textContent,
    node.attributes?._cssText,
  ]);
  const canary = CANARY.exec(row.value)?.[0] ?? row.value;
  return texts.find((text): text is string => typeof text === 'string' && text.includes(canary));
}

export interface Mismatch {
  readonly tag: string;
  readonly where: string;
  readonly channel: string;
  readonly predicted: string;
  readonly taken: string;
  readonly because: string;
  readonly value: string;
}

/** Every value whose capture is not what was predicted. `unknown` agrees with nothing. */
export const mismatches = (rows: readonly Row[], recording: Recording): Mismatch[] =>
  rows
    .map((row) => ({ row, real: taken(row, recording) }))
    .filter(({ row, real }) => real !== null && !agrees(row.predicted, real))
    .map(({ row: { tag, where, channel, predicted, because, value }, real }) => ({
      tag,
      where,
      channel,
      predicted,
      taken: real ?? 'absent',
      because,
      value,
    }));

const agrees = (predicted: string, real: Taken): boolean =>
  real === 'covered' ? COVERED.has(predicted) : predicted === real;

const COVERED: ReadonlySet<string> = new Set(['masked', 'length-only', 'absent']);
