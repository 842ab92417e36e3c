/** What a frame hands to the readers of banners. */
export interface BannerPorts {
  readonly document: Document;
  /** Opens a shadow root, closed ones where the browser or the debugger lets us; null: there is none. */
  readonly shadowRootOf: (host: Element) => ShadowRoot | null;
  /** Relation of this frame to the page's own document. */
  readonly frame: 'top' | 'same-origin' | 'cross-origin';
}
