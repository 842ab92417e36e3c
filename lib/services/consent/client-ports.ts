import type { Message, Translate } from '../../core/message';
import type { MessageName, Request, Response } from '../../protocol/messages';
import type { Walk } from '../../protocol/walk/walk';
import type { WalkTraffic } from './devtools-traffic';
import type { Judged, WalkReport } from './walk-report';
import type { WalkUi } from './walk-ui';

/** What the panel's end of a walk needs beside messages. */
export interface WalkClientPorts {
  readonly ask: <N extends MessageName>(name: N, request: Request<N>) => Promise<Response<N>>;
  /** The origin of the page, where the browser tells no address without a grant. */
  readonly inspectedOrigin: () => Promise<string>;
  readonly watchTraffic: (signal: AbortSignal) => WalkTraffic;
  /** Both ask the person, straight from a click. */
  readonly askForOrigin: (url: string) => Promise<boolean>;
  readonly askForSiteData: (site: string) => Promise<boolean>;
  readonly lastWalk: {
    read(url: string): Promise<Judged | null>;
    write(walk: Walk, findings: Judged['findings']): Promise<void>;
  };
  readonly exportReport: (
    kind: 'json' | 'html' | 'bundle',
    report: Judged & Pick<WalkReport, 'pictures'>,
    translate: Translate,
  ) => Promise<void>;
  readonly translate: Translate;
  readonly now: () => number;
  readonly waits: Walk['vantage']['waits'];
  readonly onWalk: (ui: WalkUi) => void;
  readonly onError: (error: Message | null) => void;
  /** The walk is over, and the tab shows its last page: the audit looks again. */
  readonly onOver: () => void;
}
