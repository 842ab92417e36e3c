import * as v from 'valibot';
import type { SeenCookie } from '../../consent/walk/stored-names';
import type { Clock } from '../../core/clock';
import { FiniteSchema } from '../../protocol/common';
import type { MessageName, Request, Response } from '../../protocol/messages';
import type { Box } from '../../protocol/walk/banner';
import type { AuditPorts, FrameAnswer } from '../audit/ports';
import type { PerTab } from '../heat/ports';

/** A walk of a tab, kept where the end of a worker does not end it. */
export const KeptRunSchema = v.object({
  /** Address of the page; session storage is ours alone. */
  url: v.string(),
  site: v.string(),
  /** The probe was registered for this walk, and not by an audit before it. */
  ownsProbe: v.boolean(),
  /** When the panel last asked for anything. */
  seenAt: FiniteSchema,
});

export type KeptRun = v.InferOutput<typeof KeptRunSchema>;

/** Where a picture of a page has to be painted over, in CSS pixels of its viewport. */
export interface Covered {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly boxes: readonly Box[];
}

/** What a walk needs of the browser. */
export interface WalkPorts {
  readonly clock: Clock;
  readonly policy: AuditPorts['policy'];
  readonly hasGrant: (url: string) => Promise<boolean>;
  readonly runs: PerTab<KeptRun>;
  /** The tab that walks a site: two at once would clear each other's cookies. */
  readonly leaders: {
    read(site: string): Promise<number | null>;
    write(site: string, tabId: number): Promise<void>;
    remove(site: string): Promise<void>;
  };
  readonly audit: {
    /** Whether the audit has the probe registered for a tab's origin. */
    hasProbe(tabId: number, origin: string): Promise<boolean>;
    pause(tabId: number, isPaused: boolean): void;
  };
  readonly headers: {
    put(tabId: number, kind: 'gpc' | 'no-scripts'): Promise<void>;
    take(tabId: number, kind?: 'gpc' | 'no-scripts'): Promise<void>;
  };
  readonly data: {
    /** Null: not allowed. */
    cookies(tabId: number, site: string): Promise<SeenCookie[] | null>;
    /** False: not allowed. */
    clear(
      tabId: number,
      what: { site: string; origins: readonly string[]; cache: boolean },
    ): Promise<boolean>;
  };
  readonly camera: {
    /** A picture of what a tab shows, as it is; null: it is not in front, or the browser allows none. */
    shoot(tabId: number): Promise<string | null>;
    /** A PNG in base64, in CSS pixels; null: the picture is of another size than what was measured. */
    paint(shot: string, covered: Covered): Promise<string | null>;
  };
  /** Text of an address, asked without cookies; null: there is none. */
  readonly fetchText: (url: string) => Promise<string | null>;
  readonly page: {
    url(tabId: number): Promise<string>;
    isPrivate(tabId: number): Promise<boolean>;
    /** Opens an address and waits until it has loaded. */
    open(tabId: number, url: string, cold: boolean): Promise<void>;
    registerProbe(url: string): Promise<void>;
    unregisterProbe(url: string): Promise<void>;
    registerGpc(url: string): Promise<void>;
    unregisterGpc(url: string): Promise<void>;
    readFacts(tabId: number): Promise<readonly FrameAnswer[]>;
    /** Injects our script where it is not yet; gives the frames that have it now. */
    injectBanner(tabId: number): Promise<readonly number[]>;
    injectScanner(tabId: number): Promise<readonly number[]>;
    send<N extends MessageName>(
      tabId: number,
      frameId: number,
      name: N,
      request: Request<N>,
    ): Promise<Response<N>>;
  };
}
