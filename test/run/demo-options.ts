import { parseArgs } from 'node:util';
import { HEAT_STYLES, type HeatStyle, PALETTES, type PaletteName } from '../../lib/protocol/heat';

export interface DemoOptions {
  readonly headless: boolean;
  /** Null: the demo site. */
  readonly url: string | null;
  /** Null: the source that belongs to the page, or sample data. */
  readonly heat: string | null;
  readonly out: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly scroll: number;
  readonly style: HeatStyle;
  readonly palette: PaletteName;
  readonly opacity: number;
}

export const USAGE = `npm run demo -- [options]
  --headless            no window; pictures and audit.json are written to --out
  --url URL             the page to work on (default: the demo site)
  --heat FILE           a heat file to show (docs/heat-file.md)
  --viewport 1280x800   size of the page
  --scroll Y            scroll to this position before the picture, CSS px
  --style NAME          ${HEAT_STYLES.join(' or ')}
  --palette NAME        ${PALETTES.join(', ')}
  --opacity 0..1        how much the heat covers
  --out DIR             where the files go (default: demo-output)`;

/** Reads the command line; throws a sentence that says which option is wrong and what it takes. */
export function readOptions(args: readonly string[], hasDisplay: boolean): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      headless: { type: 'boolean', default: false },
      url: { type: 'string' },
      heat: { type: 'string' },
      out: { type: 'string', default: 'demo-output' },
      viewport: { type: 'string', default: '1280x800' },
      scroll: { type: 'string', default: '0' },
      style: { type: 'string', default: 'density' },
      palette: { type: 'string', default: 'viridis' },
      opacity: { type: 'string', default: '0.75' },
    },
  });
  return {
    headless: values.headless || !hasDisplay,
    url: values.url === undefined ? null : webAddress(values.url),
    heat: values.heat ?? null,
    out: values.out,
    viewport: size(values.viewport),
    scroll: numberBetween('--scroll', values.scroll, 0, 10_000_000),
    style: oneOf('--style', values.style, HEAT_STYLES),
    palette: oneOf('--palette', values.palette, PALETTES),
    opacity: numberBetween('--opacity', values.opacity, 0, 1),
  };
}

function webAddress(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).href;
  throw new Error(`--url takes a web address that begins with http:// or https://, not "${text}".`);
}

function size(text: string): { width: number; height: number } {
  const [, width, height] = /^(\d{2,5})x(\d{2,5})$/.exec(text) ?? [];
  if (width !== undefined && height !== undefined) {
    return { width: Number(width), height: Number(height) };
  }
  throw new Error(`--viewport takes a width and a height such as 1280x800, not "${text}".`);
}

function numberBetween(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw new Error(`${name} takes a number from ${least} to ${most}, not "${text}".`);
}

function oneOf<T extends string>(name: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === text);
  if (found !== undefined) return found;
  throw new Error(`${name} takes one of ${allowed.join(', ')}, not "${text}".`);
}
