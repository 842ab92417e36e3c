import type { Translate } from '../../core/message';
import { formatShare } from '../../core/numbers';
import type { Reading } from '../../protocol/zones';
import { createSurveyor } from '../anchors/surroundings';
import { natives } from '../natives';
import { dom } from './dom';
import type { ElementRefs } from './refs';

/** The most clicked elements, outlined, each with its rank and its share. */
export interface Ranks {
  /** Most clicked first; an empty list: none are drawn. */
  set(readings: readonly Reading[]): void;
  /** Moves the outlines to where their elements are now. */
  follow(): void;
  visible(visible: boolean): void;
}

/** More would cover each other. */
const MOST = 20;

const BOX =
  'position:absolute;left:0;top:0;box-sizing:border-box;border:2px solid #1d4ed8;border-radius:4px;' +
  'box-shadow:0 0 0 1px #fff,inset 0 0 0 1px #fff;pointer-events:none';

const TAG =
  'position:absolute;left:-2px;bottom:100%;padding:0 6px;border-radius:4px;white-space:nowrap;' +
  'font:600 11px/17px system-ui,sans-serif;color:#fff;background:#1d4ed8;' +
  'box-shadow:0 0 0 1px #fff;font-variant-numeric:tabular-nums';

/** Draws into the overlay's own root, and is gone with it. Elements are known by their refs. */
export function createRanks(root: ShadowRoot, refs: ElementRefs, translate: Translate): Ranks {
  let layer: HTMLElement | null = null;
  let drawn: { readonly ref: number; readonly box: HTMLElement; readonly tag: HTMLElement }[] = [];
  let known: readonly Reading[] = [];

  function set(readings: readonly Reading[]): void {
    if (readings === known) return;
    known = readings;
    layer?.remove();
    layer = null;
    drawn = [];
    if (readings.length === 0) return;
    layer = natives.create(document, 'div');
    layer.style.cssText = 'position:absolute;inset:0;overflow:hidden;pointer-events:none';
    root.append(layer);
    drawn = readings.slice(0, MOST).map(({ ref, share }, i) => {
      const box = natives.create(document, 'div');
      const tag = natives.create(document, 'div');
      tag.style.cssText = TAG;
      dom.say(tag, translate('heat.overlay.rank', [i + 1, formatShare(share)]));
      box.append(tag);
      layer?.append(box);
      return { ref, box, tag };
    });
    follow();
  }

  function follow(): void {
    if (drawn.length === 0) return;
    const survey = createSurveyor(window);
    for (const { ref, box, tag } of drawn) {
      const element = refs.get(ref);
      const rect = element === null ? undefined : survey(element)?.rect;
      const isSeen = rect !== undefined && rect.bottom > 0 && rect.top < window.innerHeight;
      if (!isSeen) {
        box.style.cssText = 'display:none';
        continue;
      }
      const size = `width:${rect.right - rect.left}px;height:${rect.bottom - rect.top}px`;
      box.style.cssText = `${BOX};transform:translate(${rect.left}px,${rect.top}px);${size}`;
      // At the upper edge there is no room above, and within it would cover the name.
      tag.style.bottom = rect.top < 20 ? 'auto' : '100%';
      tag.style.top = rect.top < 20 ? '100%' : 'auto';
    }
  }

  return {
    set,
    follow,
    visible(visible) {
      if (layer !== null) layer.style.visibility = visible ? 'visible' : 'hidden';
    },
  };
}
