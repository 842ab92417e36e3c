import type { Translate } from '../../core/message';
import type { Parsed, Request, Response } from '../../protocol/messages';

/** What the background tells the overlay. */
export interface OverlayHandlers {
  update(told: Parsed<'overlay.update'>): void;
  stop(): void;
  highlight(told: Parsed<'overlay.highlight'>): void;
  scrollTo(told: Parsed<'overlay.scrollTo'>): void;
}

/** What the shell lends the overlay. The calls reject with a `HushmapError`. */
export interface OverlayPorts {
  hello(request: Request<'overlay.hello'>): Promise<Response<'overlay.hello'>>;
  tile(request: Request<'overlay.tile'>): Promise<Response<'overlay.tile'>>;
  elements(request: Request<'overlay.elements'>): Promise<Response<'overlay.elements'>>;
  listen(handlers: OverlayHandlers, signal: AbortSignal): void;
  /** Whether the extension that put us here still runs. */
  alive(): boolean;
  /** Takes personal values out of what an element is called. */
  redact(text: string): string;
  translate: Translate;
}
