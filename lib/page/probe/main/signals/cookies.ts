import { getterOf, indexOf, slice, trim } from '../natives';

/** The cookies of the document that scripts may read, as they were when they were last looked at. */
export interface Cookies {
  look(): void;
  value(name: string): string | null;
}

export function cookiesOf(document: Document): Cookies {
  let text = '';
  const look = (): void => {
    try {
      text = slice(read?.(document) ?? '', 0, MAX_LENGTH);
    } catch {
      // A sandboxed document has none.
      text = '';
    }
  };
  look();
  return { look, value: (name) => valueIn(text, name) };
}

const MAX_LENGTH = 64_000;
const read = getterOf<string>(Document.prototype, 'cookie');

function valueIn(text: string, name: string): string | null {
  for (let from = 0; from < text.length; ) {
    const semicolon = indexOf(text, ';', from);
    const end = semicolon === -1 ? text.length : semicolon;
    const equals = indexOf(text, '=', from);
    if (equals !== -1 && equals < end && trim(slice(text, from, equals)) === name) {
      return slice(text, equals + 1, end);
    }
    from = end + 1;
  }
  return null;
}
