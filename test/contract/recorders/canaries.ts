/**
 * Fixture pages are written with `@@` wherever a canary belongs and `[mask]`, `[block]`, `[ignore]`
 * for the class names of the recorder under test.
 */
export interface Classes {
  readonly mask: string;
  readonly block: string;
  readonly ignore: string;
}

export const CANARY = /cnry\d{4}z/;

/** Fills in a fixture: every `@@` becomes a token that occurs once on the page. */
export function plant(markup: string, classes: Classes): string {
  let count = 0;
  return markup
    .replaceAll('[mask]', classes.mask)
    .replaceAll('[block]', classes.block)
    .replaceAll('[ignore]', classes.ignore)
    .replace(/@@/g, () => {
      count += 1;
      return `cnry${String(count).padStart(4, '0')}z`;
    });
}
