import type { Sighting } from '../../protocol/evidence';
import type { JudgeAt } from '../../recorders/judging';
import type { OnValue } from './sight';
import type { CaptureMemory } from './traps';

/** What a scan needs of the world that it runs in. */
export interface ScanPorts {
  /**
   * The shadow root of a host, closed ones included; null: it has none. The port itself is null
   * where closed roots cannot be opened (without an extension's rights).
   */
  readonly closedShadowRoot: ((host: Element) => ShadowRoot | null) | null;
  /** The rules that are at hand; a recorder without any is judged `unknown` everywhere. */
  readonly judgeAt: JudgeAt;
  /** Milliseconds, monotonic. */
  now(): number;
  /** Lets the page run whatever waits: events, frames, its own tasks. */
  yieldToPage(): Promise<void>;
  /** Told of every document and shadow root that the scan enters, so that it can be watched. */
  readonly onRoot?: (root: Document | ShadowRoot) => void;
  /** What recorders took in earlier scans of this document; without it no mask is ever too late. */
  readonly memory?: CaptureMemory;
  /** Told of every value of the page, personal or not, for whoever lists them all. */
  readonly onValue?: OnValue;
  /** Told of every sighting with the element that it stands on. */
  readonly onSighting?: (element: Element, sighting: Sighting) => void;
  /** Stops a scan between two slices. */
  readonly signal?: AbortSignal;
}

/** Limits of one scan. Whatever is beyond is counted as truncated, and never taken for clear. */
export const LIMITS = {
  /** Milliseconds of work between two yields; with what cannot be split it stays under 50. */
  slice: 8,
  /** Milliseconds of a whole scan, the page's turns among them. Whoever asked waits a little longer. */
  time: 45_000,
  sightings: 20_000,
  /** What all recorders together would take of them: a message of more would not get through. */
  predictions: 80_000,
  /** Characters of one text and of all texts together. */
  text: 100_000,
  allText: 20_000_000,
  attribute: 20_000,
  attributesPerElement: 200,
  childFrames: 500,
  /** Addresses that a document has loaded from. */
  resources: 2_000,
  /** Controls without anything personal that are looked at, and examples of hidden ones. */
  controls: 1_000,
  examples: 100,
  /** Fields that are classified in one go. */
  fields: 100,
} as const;
