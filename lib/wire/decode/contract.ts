/** One thing that was undone to read a text. */
export type Step =
  | 'form'
  | 'multipart'
  | 'json'
  | 'percent'
  | 'html'
  | 'base64'
  | 'hex'
  | 'gzip'
  | 'deflate'
  | 'lz-string'
  | 'utf-16'
  | 'binary';

/** A text as somebody could read it who undid the steps. */
export interface Layer {
  readonly text: string;
  readonly path: readonly Step[];
}

/** Why bytes were not read. `cut`: their stream broke off; `limit`: there were more than may be read. */
export const OPAQUE = ['zstd', 'brotli', 'media', 'unknown', 'cut', 'limit'] as const;
export type OpaqueKind = (typeof OPAQUE)[number];

export type Opaque = Partial<Record<OpaqueKind, number>>;

/** What a sender says of its body. */
export interface BodyHints {
  readonly contentEncoding?: string;
}

export interface Limits {
  /** Encodings inside each other; what only holds parts (forms, JSON) does not count. */
  readonly depth: number;
  /** Characters that are read of one body, all layers together. */
  readonly size: number;
  /** Layers of one body. */
  readonly layers: number;
}

/** What a reader of one node may do. */
export interface Reader {
  /** A child, one step further; where it is deeper than may be read it is dropped, and counted if it is bytes. */
  add(body: string | Uint8Array, step: Step): void;
  opaque(kind: OpaqueKind, bytes: number): void;
  show(text: string): void;
  /** Characters that may still come out of the node. */
  readonly room: number;
}
