import type { Message } from '../../core/message';
import { SCENARIO_IDS } from '../../protocol/walk/scenarios';
import type { Walk } from '../../protocol/walk/walk';
import type { SiteData, WalkSite } from '../../protocol/walk/walk-messages';
import { costOf, type WalkRun } from './run-view';
import type { WalkReport } from './walk-report';

/** What will happen, before anything does. */
export interface WalkPlan {
  readonly origin: string;
  readonly paths: readonly {
    readonly id: (typeof SCENARIO_IDS)[number];
    readonly obstacle: null;
    readonly presses: number;
    readonly seconds: number;
  }[];
  readonly losses: (SiteData & { readonly isWhole: boolean }) | null;
  /** A walk runs in the tab that DevTools inspects, whatever window that is in. */
  readonly isPrivate: boolean;
}

/** Where the panel stands, as it shows it (components/consent/props.ts). */
export type WalkUi =
  | { readonly status: 'ready'; readonly plan: WalkPlan }
  | { readonly status: 'running'; readonly run: WalkRun; readonly soFar: WalkReport | null }
  | {
      readonly status: 'done' | 'stopped' | 'nothing-found';
      readonly report: WalkReport;
      readonly plan: WalkPlan;
    }
  | { readonly status: 'failed'; readonly error: Message; readonly plan: WalkPlan | null }
  | {
      readonly status: 'not-allowed';
      readonly why: 'no-grant' | 'no-page';
      readonly origin: string;
    }
  | { readonly status: 'locked'; readonly why: 'other-tab' | 'policy'; readonly origin: string };

export const planOf = (site: WalkSite, waits: Walk['vantage']['waits']): WalkPlan => ({
  origin: site.origin,
  paths: SCENARIO_IDS.map((id) => ({ id, obstacle: null, ...costOf(id, waits) })),
  losses: site.data && { ...site.data, isWhole: site.seesAllCookies },
  isPrivate: site.isPrivate,
});
