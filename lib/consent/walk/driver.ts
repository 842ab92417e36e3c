import type { RecorderState } from '../../protocol/recorders';
import type { BannerControl, BannerReading } from '../../protocol/walk/banner';
import type { Obstacle } from '../../protocol/walk/scenarios';
import type { WalkClick, WalkStep } from '../../protocol/walk/step';
import type { Vantage, Walk } from '../../protocol/walk/walk';

/** Who can take a visitor's path: a browser under control, or a person who is guided. */
export interface WalkDriver {
  readonly vantage: Vantage;
  /**
   * Begins a visit from a clean state: nothing is stored, nobody has chosen.
   *
   * @throws PathBlocked where that can't be done here.
   */
  begin(options: VisitOptions): Promise<Visitor>;
  /** What the site's `/.well-known/gpc.json` says; null: nothing. */
  gpcFile(): Promise<Walk['gpcFile']>;
  /** What a failure of the browser means for the path that it happened on; null: it ends the walk. */
  obstacleOf?(cause: unknown): Obstacle | null;
}

export interface VisitOptions {
  /** Sends `Sec-GPC: 1` and sets `navigator.globalPrivacyControl`. */
  readonly gpc: boolean;
}

/** One visit. Whatever can't be done throws {@link PathBlocked}. */
export interface Visitor {
  /** Opens the page that is audited, once more where it is open. */
  open(): Promise<void>;
  /** Opens the same page in a new tab, the cache of this visit in use and nothing stored. */
  openWarm(): Promise<void>;
  /** Opens another page of the site; false: none was found. */
  openSecond(): Promise<boolean>;
  /** The banner as soon as one is seen, or null after `ms`. */
  banner(ms: number): Promise<BannerReading | null>;
  /** Controls outside a banner that lead back to the choice. */
  reopeners(): Promise<BannerControl[]>;
  press(control: Pressed, aim: WalkClick['aim']): Promise<WalkClick>;
  /** Scrolls down the page and back, which is no consent. */
  scroll(): Promise<void>;
  /** Lets time pass, with what a visitor does anyway: the pointer moves, so that recorders have something to send. */
  stay(ms: number): Promise<void>;
  /** Tries Tab and Esc on the banner that is there. */
  keyboard(banner: BannerReading): Promise<BannerReading['keyboard']>;
  /** What was seen since the last reading, and how things stand. */
  read(): Promise<Reading>;
  end(): Promise<void>;
}

export type Pressed = Pick<BannerControl, 'selector' | 'label' | 'role'>;

/** What the driver knows of a step by itself. */
export type Reading = Omit<WalkStep, 'id' | 'choiceAt' | 'banner' | 'settings' | 'bannerAtEnd'> & {
  readonly title: string;
  readonly recorders: readonly RecorderState[];
};

/** A path, or a part of it, can't be walked. */
export class PathBlocked extends Error {
  override readonly name = 'PathBlocked';

  constructor(readonly obstacle: Obstacle) {
    super(obstacle);
  }
}
