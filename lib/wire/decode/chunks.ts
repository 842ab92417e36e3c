/**
 * The parts of a text around every hit of a pattern, from one border to the next. Each part comes
 * once, however many hits it has, so that the whole is linear in the length of the text.
 *
 * @param marker global; its hits hold no border.
 */
export function* chunksAround(
  text: string,
  marker: RegExp,
  isBorder: (code: number) => boolean,
): Generator<string> {
  let past = 0;
  marker.lastIndex = 0;
  for (let hit = marker.exec(text); hit; hit = marker.exec(text)) {
    let start = hit.index;
    while (start > past && !isBorder(text.charCodeAt(start - 1))) start--;
    let end = hit.index + hit[0].length;
    while (end < text.length && !isBorder(text.charCodeAt(end))) end++;
    yield text.slice(start, end);
    past = end;
    marker.lastIndex = end;
  }
}

/** Tells borders by a table for ASCII; no other character is one. */
export function borders(characters: string): (code: number) => boolean {
  const table = new Uint8Array(128);
  for (let code = 0; code <= 32; code++) table[code] = 1;
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = 1;
  return (code) => code < 128 && table[code] === 1;
}
