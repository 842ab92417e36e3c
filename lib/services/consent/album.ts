/** Pictures of a walk, by the names that its steps and presses have for them. */
export interface Album {
  readonly pictures: ReadonlyMap<string, string>;
  /** Keeps a picture (PNG in base64), and gives its name; empty: there is none, or no room for it. */
  keep(png: string | null, what: string): string;
}

export function createAlbum(): Album {
  const pictures = new Map<string, string>();
  return {
    pictures,
    keep(png, what) {
      if (png === null || pictures.size >= MOST) return '';
      const name = `${String(pictures.size + 1).padStart(2, '0')}-${what}.png`;
      pictures.set(name, `${PREFIX}${png}`);
      return name;
    },
  };
}

/** The bytes of a picture of an album, for a file. */
export const bytesOf = (address: string): Uint8Array =>
  Uint8Array.from(atob(address.slice(PREFIX.length)), (character) => character.charCodeAt(0));

const PREFIX = 'data:image/png;base64,';

/** All paths have about as many steps and presses; the panel holds them in its memory. */
const MOST = 40;
