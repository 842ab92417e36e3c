import type { HotElement } from '../../lib/consent/hot-elements';
import type { ConsentWalkPolicy } from '../../lib/consent/walk-policy';
import type { Message } from '../../lib/core/message';
import type { Finding } from '../../lib/protocol/findings';
import type { Obstacle, ScenarioId, StepId } from '../../lib/protocol/walk/scenarios';
import type { WalkClick } from '../../lib/protocol/walk/step';
import type { Walk } from '../../lib/protocol/walk/walk';

/** The walk along all consent paths of the inspected page. */
export interface WalkProps {
  /** Null until the first answer. */
  readonly ui: WalkUi | null;
  /** What is hot in the heat that the tab shows; null: it shows none, or made-up heat. */
  readonly hot: readonly HotElement[] | null;
  readonly onStart: (options: WalkOptions) => void;
  /** Presses the framed control by a script: an event that the page can tell from a person's. */
  readonly onPress: () => void;
  /** Leaves the path that is walked, and says why. */
  readonly onSkip: (reason: Obstacle) => void;
  readonly onStop: () => void;
  readonly onExport: (kind: ExportKind) => void;
  /** Shows on the page what a selector means. */
  readonly onReveal: (selector: string) => void;
  /** Shows on the page what is hot, by its number. */
  readonly onShowHot: (ref: number) => void;
  /** Asks for what `not-allowed` is missing. */
  readonly onGrant: () => void;
}

export const EXPORT_KINDS = ['bundle', 'html', 'json'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** Each is a screen of its own, with one next step. */
export type WalkUi =
  | { readonly status: 'ready'; readonly plan: WalkPlan }
  | { readonly status: 'running'; readonly run: WalkRun; readonly soFar: WalkReport | null }
  | { readonly status: 'done'; readonly report: WalkReport; readonly plan: WalkPlan }
  /** A person, or the browser, ended it: what it has is kept. */
  | { readonly status: 'stopped'; readonly report: WalkReport; readonly plan: WalkPlan }
  /** It came to its end, and met neither a banner nor a recorder. */
  | { readonly status: 'nothing-found'; readonly report: WalkReport; readonly plan: WalkPlan }
  /** It broke off by itself. */
  | { readonly status: 'failed'; readonly error: Message; readonly plan: WalkPlan | null }
  | {
      readonly status: 'not-allowed';
      readonly why: 'no-grant' | 'no-page';
      readonly origin: string;
    }
  /** Another tab walks this site, or the organisation's policy forbids to clear it. */
  | { readonly status: 'locked'; readonly why: 'other-tab' | 'policy'; readonly origin: string };

export type WalkStatus = WalkUi['status'];

/** What will happen, before anything does. */
export interface WalkPlan {
  readonly origin: string;
  readonly paths: readonly PlannedPath[];
  /** What clearing the site's data takes away; null: it could not be read. */
  readonly losses: WalkLosses | null;
  /** The tab is in a private window, whose own cookies and storage are cleared. */
  readonly isPrivate: boolean;
}

export interface PlannedPath {
  readonly id: ScenarioId;
  /** Why it can't be walked here; null: it can. */
  readonly obstacle: Obstacle | null;
  /** Presses that are asked of the person. */
  readonly presses: number;
  readonly seconds: number;
}

export interface WalkLosses {
  /** False: HttpOnly cookies are missing, until the browser is allowed to tell of them. */
  readonly isWhole?: boolean | undefined;
  /** Registrable domain: cookies are cleared for all of it. */
  readonly site: string;
  /** Hosts of the site and the names of their cookies. */
  readonly cookies: readonly { readonly host: string; readonly names: readonly string[] }[];
  /** Keys, databases and caches, by origin. */
  readonly stored: readonly {
    readonly origin: string;
    readonly area: 'localStorage' | 'sessionStorage' | 'indexedDB' | 'cache' | 'serviceWorker';
    readonly names: readonly string[];
  }[];
}

export interface WalkOptions {
  readonly scenarios: readonly ScenarioId[];
}

/** Where a running walk is. */
export interface WalkRun {
  readonly paths: readonly { readonly id: ScenarioId; readonly state: PathState }[];
  readonly scenario: ScenarioId;
  /** Of the path that is walked. */
  readonly steps: readonly { readonly id: StepId; readonly state: 'done' | 'now' | 'ahead' }[];
  readonly task: WalkTask;
  /** When the task began, milliseconds since the epoch. */
  readonly since: number;
  /** When it ends by itself; null: it waits for the person. */
  readonly until: number | null;
}

export type PathState = 'ahead' | 'now' | 'walked' | 'partly' | 'not-walked';

/** What happens now; `press` is the person's. */
export type WalkTask =
  | {
      readonly kind: 'press';
      readonly aim: WalkClick['aim'];
      /** What stands on it; empty with its selector: nobody found it, so the person has to. */
      readonly label: string;
      readonly selector: string;
      /** A press was made, and nothing came of it. */
      readonly again: boolean;
    }
  | { readonly kind: 'clear' | 'load' | 'banner' | 'watch' | 'reload' | 'second-page' | 'judge' };

/** What came of a walk, all of it data. */
export interface WalkReport {
  readonly walk: Walk;
  readonly findings: readonly Finding[];
  /** The run before this one of the same page; null: there was none. */
  readonly last: Walk | null;
  /** Addresses (`blob:`, `data:`) of pictures, by their names in the walk. */
  readonly pictures: ReadonlyMap<string, string>;
  /** What the rules and marks went by; left out: the defaults. */
  readonly policy?: ConsentWalkPolicy | undefined;
}
