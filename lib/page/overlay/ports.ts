import type { Translate } from '../../core/message';
import type { Parsed, Request, Response } from '../../protocol/messages';

/** What the background tells the overlay, by the protocol's names. */
export interface OverlayHandlers {
  'overlay.update'(told: Parsed<'overlay.update'>): void;
  'overlay.stop'(): void;
  'overlay.highlight'(told: Parsed<'overlay.highlight'>): void;
  'overlay.scrollTo'(told: Parsed<'overlay.scrollTo'>): void;
  'overlay.pose'(told: Parsed<'overlay.pose'>): Promise<Response<'overlay.pose'>>;
  'overlay.pick'(told: Parsed<'overlay.pick'>): Promise<void>;
  'overlay.zone'(told: Parsed<'overlay.zone'>): Promise<void>;
  'overlay.sections'(): Promise<Response<'overlay.sections'>>;
  'overlay.pins'(told: Parsed<'overlay.pins'>): Promise<void>;
  'overlay.selectors'(told: Parsed<'overlay.selectors'>): Promise<Response<'overlay.selectors'>>;
  'overlay.locate'(told: Parsed<'overlay.locate'>): Promise<Response<'overlay.locate'>>;
  'overlay.measure'(told: Parsed<'overlay.measure'>): Response<'overlay.measure'>;
}

/** What the shell lends the overlay. The calls reject with a `HushmapError`. */
export interface OverlayPorts {
  hello(request: Request<'overlay.hello'>): Promise<Response<'overlay.hello'>>;
  tile(request: Request<'overlay.tile'>): Promise<Response<'overlay.tile'>>;
  /** Elements that heat is given by, part after part. */
  anchors(request: Request<'overlay.anchors'>): Promise<Response<'overlay.anchors'>>;
  anchored(request: Request<'overlay.anchored'>): Promise<Response<'overlay.anchored'>>;
  elements(request: Request<'overlay.elements'>): Promise<Response<'overlay.elements'>>;
  /** Has a part's script put into this document. */
  part(request: Request<'overlay.part'>): Promise<unknown>;
  /** Picking a section has ended. */
  picked(): Promise<unknown>;
  listen(handlers: OverlayHandlers, signal: AbortSignal): void;
  /** The shadow root of a host, closed ones included; null: it has none. */
  closedShadowRoot(host: Element): ShadowRoot | null;
  /** Whether the extension that put us here still runs. */
  alive(): boolean;
  /** Takes personal values out of what an element is called. */
  redact(text: string): string;
  translate: Translate;
}
