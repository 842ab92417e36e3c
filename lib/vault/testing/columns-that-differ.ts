/** Names of columns of `other` that are not the same in `one`, byte by byte; a million numbers each take no time. */
export function columnsThatDiffer(
  one: object | null | undefined,
  other: object | null | undefined,
): string[] {
  const columns: Record<string, unknown> = { ...one };
  return Object.entries(other ?? {})
    .filter(([name, column]) => !isSame(columns[name], column))
    .map(([name]) => name);
}

const isSame = (one: unknown, other: unknown): boolean =>
  ArrayBuffer.isView(one) && ArrayBuffer.isView(other)
    ? one.constructor === other.constructor && bytesOf(one).equals(bytesOf(other))
    : one === other;

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
