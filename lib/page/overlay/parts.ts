import { HushmapError } from '../../core/errors';
import type { createClassicRenderer } from '../../heatmap/renderers/classic';
import type { OverlayPart } from '../../protocol/overlay-part-messages';
import type { createComparisonLayer } from './comparison-layer';
import type { createPicking } from './picking';

/** What few pages need is in scripts of its own, which the background puts beside the overlay on demand. */
export interface PartExports {
  readonly classic: typeof createClassicRenderer;
  readonly comparison: typeof createComparisonLayer;
  readonly picking: typeof createPicking;
}

/** Called by a part's script: hands over what it holds, in the extension's own world of the document. */
export function handOver<P extends OverlayPart>(part: P, value: PartExports[P]): void {
  Reflect.set(globalThis, nameOf(part), value);
}

export interface Parts {
  /** Null: not here yet. It is asked for, and `onReady` is called when it is. */
  get<P extends OverlayPart>(part: P, onReady: () => void): PartExports[P] | null;
  /** Waits until it is here. @throws HushmapError where it does not come */
  load<P extends OverlayPart>(part: P): Promise<PartExports[P]>;
}

/**
 * @param fetch - has the background put a part's script into this document
 * @param onFailure - it did not; it is asked for again at the next `get`
 */
export function createParts(
  fetch: (part: OverlayPart) => Promise<unknown>,
  onFailure: (cause: unknown) => void,
): Parts {
  const underway = new Map<OverlayPart, Promise<unknown>>();

  async function load<P extends OverlayPart>(part: P): Promise<PartExports[P]> {
    let coming = underway.get(part);
    if (coming === undefined && read(part) === null) {
      coming = fetch(part).finally(() => underway.delete(part));
      underway.set(part, coming);
    }
    // Also where it has just run: whoever has waited longer goes first.
    await coming;
    const here = read(part);
    if (here === null) throw new HushmapError('page.gone');
    return here;
  }

  return {
    load,
    get(part, onReady) {
      const here = read(part);
      if (here === null && !underway.has(part)) void load(part).then(onReady, onFailure);
      return here;
    },
  };
}

function read<P extends OverlayPart>(part: P): PartExports[P] | null {
  const found: unknown = Reflect.get(globalThis, nameOf(part));
  // Only `handOver` writes this name, and the page cannot see this world.
  return typeof found === 'function' ? (found as PartExports[P]) : null;
}

const nameOf = (part: OverlayPart): string => `hushmapOverlay:${part}`;
