import type { AuditResult } from '../../protocol/findings';
import type { HeatShares, HeatState } from '../../protocol/heat';
import type { MessageName, Request, Response } from '../../protocol/messages';

/** Id of a finding → how hot what it is about is. */
export interface FindingHeat {
  readonly kind: HeatShares['kind'];
  readonly of: ReadonlyMap<string, NonNullable<HeatShares['shares'][number]>>;
}

export const NO_HEAT: FindingHeat = { kind: 'none', of: new Map() };

type Ask = <N extends MessageName>(name: N, request: Request<N>) => Promise<Response<N>>;

/**
 * Asks how hot the findings of an audit are, again whenever the audit or the tab's heat is another
 * one. Heat is drawn on the page's own document, so what lies in a frame has none.
 */
export function createFindingHeat(tabId: number, ask: Ask, onHeat: (heat: FindingHeat) => void) {
  let asked = 0;
  let seen = '';

  function refresh(result: AuditResult | null): void {
    const mine = ++asked;
    const findings = (result?.findings ?? [])
      .filter(
        ({ half, target }) => half === 'masking' && target.frame === 0 && target.selector !== '',
      )
      .slice(0, MOST);
    if (findings.length === 0) {
      onHeat(NO_HEAT);
      return;
    }
    const targets = findings.map(({ target, template, places }) => ({
      selector: target.selector,
      template,
      many: places > 1,
    }));
    ask('heat.shares', { tabId, targets }).then(
      ({ kind, shares }) => {
        if (mine !== asked) return;
        const pairs = findings.flatMap(({ id }, index) => {
          const share = shares[index];
          return share ? [[id, share] as const] : [];
        });
        onHeat({ kind, of: new Map(pairs) });
      },
      // A page that went away has no heat.
      () => {
        if (mine === asked) onHeat(NO_HEAT);
      },
    );
  }

  return {
    refresh,
    onHeat(state: HeatState, result: AuditResult | null): void {
      const now = `${state.on} ${state.status} ${state.summary?.mapId ?? ''}`;
      if (now === seen) return;
      seen = now;
      refresh(result);
    },
  };
}

/** As many as the question takes; what is beyond is not ranked. */
const MOST = 500;
