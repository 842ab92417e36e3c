import type { Band } from '../../protocol/heat-kinds';

/** A band that both maps show. */
export interface CommonBand {
  /** Upper and lower edge, CSS px or share of the page's height, as both maps give them. */
  readonly top: number;
  readonly bottom: number;
  readonly a: Counted;
  readonly b: Counted;
}

export type Counted = Pick<Band, 'value' | 'people'>;

export interface CommonBands {
  /** From the top of the page down. */
  readonly bands: CommonBand[];
  /** Bands that one of the two does not show. */
  readonly left: number;
  /** People who saw the page at all. */
  readonly peopleA: number;
  readonly peopleB: number;
}
