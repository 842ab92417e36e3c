import type { JSX } from 'solid-js';

export interface Column<T> {
  readonly id: string;
  readonly title: string;
  /** A track of a CSS grid: `minmax(0, 1fr)`, `64px`. */
  readonly width: string;
  /** The title is read out and not shown, where the column is as narrow as an icon. */
  readonly titleHidden?: boolean | undefined;
  /** Left out where the table is narrower than this, CSS px: what matters less goes first. */
  readonly hideUnder?: number | undefined;
  readonly align?: 'end' | undefined;
  readonly mono?: boolean | undefined;
  readonly cell: (row: T) => JSX.Element;
  /** The whole value, where the cell may be too narrow for it. */
  readonly tip?: ((row: T) => string) | undefined;
  /** Order of two rows; a column without it cannot be sorted. */
  readonly compare?: ((a: T, b: T) => number) | undefined;
}
