/**
 * Fixture pages are written with `@@` wherever a canary belongs and `[mask]`, `[block]`, `[ignore]`,
 * `[unmask]` for the class names of the recorder under test.
 */
export interface Classes {
  readonly mask: string;
  readonly block: string;
  readonly ignore: string;
  readonly unmask?: string;
}

export const CANARY = /cnry[0-9a-j]{4}z/;

/**
 * What a canary looks like: some recorders take words and leave numbers or addresses out.
 * `digits`: `cnry0001z`, `letters`: `cnryaaabz`, `email`: `cnryaaabz@mail.test`.
 */
export type Shape = 'digits' | 'letters' | 'email';

/** Fills in a fixture: every `@@` becomes a token that occurs once on the page. */
export function plant(markup: string, classes: Classes, shape: Shape = 'digits'): string {
  let count = 0;
  const planted = markup
    .replaceAll('[mask]', classes.mask)
    .replaceAll('[block]', classes.block)
    .replaceAll('[ignore]', classes.ignore)
    .replaceAll('[unmask]', classes.unmask ?? 'no-unmask-class')
    .replace(/@@/g, () => {
      count += 1;
      return `cnry${String(count).padStart(4, '0')}z`;
    });
  return shape === 'digits' ? planted : reshape(planted, shape);
}

/** The same for canaries that a fixture writes by hand, also where a script counts them. */
function reshape(source: string, shape: Shape): string {
  const ending = shape === 'email' ? '@mail.test' : '';
  return source
    .replace(/cnry(\d{4})z/g, (_, digits: string) => `cnry${lettersOf(digits)}z${ending}`)
    .replace(/cnry\$\{([^}]+)\}(\d)z/g, (_, count: string, digit: string) => {
      const number = `String(${count})`;
      const letters = `${number}.replace(/\\d/g, (d) => 'abcdefghij'[d])`;
      return `cnry\${${letters}}${lettersOf(digit)}z${ending}`;
    });
}

const lettersOf = (digits: string): string =>
  digits.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
