import { createEffect, createSignal, For, type JSX, on, Show } from 'solid-js';
import type { HeatState } from '../../../lib/protocol/heat';
import type { HeatFilters } from '../../../lib/protocol/heat-kinds';
import { matchesPattern } from '../../../lib/sources/page-pattern';
import { useTranslate } from '../../ui/translate';
import { Typed } from '../Typed';
import { PatternRow } from './PatternRow';
import css from './patterns.module.css';
import type { PagesProps } from './props';

interface PatternProps {
  readonly state: HeatState;
  readonly pages: PagesProps | undefined;
  readonly onSet: (part: Partial<HeatFilters>) => void;
}

/** Pages of one template together: the pattern, those that this page proposes, and what each holds. */
export function Pattern(props: PatternProps): JSX.Element {
  const t = useTranslate();
  const [proposed, setProposed] = createSignal<readonly string[]>([]);
  const page = () => props.state.summary?.provenance.page ?? props.state.page;
  const pattern = () => props.state.settings.filters.pattern;
  const fits = () => {
    const wanted = pattern();
    return wanted === null || matchesPattern(page(), wanted);
  };
  const rows = () => {
    const set = pattern();
    const others = proposed().filter((each) => each !== set);
    return set === null ? others : [set, ...others];
  };
  /** The pattern itself is not among them: each row has its own. */
  const asked = () => {
    const { page: ofTab, settings, summary } = props.state;
    const { pattern: _, ...filters } = settings.filters;
    const { sourceId, days, band, map, by } = settings;
    const shown = summary?.provenance.sourceId;
    return JSON.stringify([ofTab, shown, sourceId, map, by, days, band, filters]);
  };
  createEffect(
    on(
      () => [props.state.page, props.state.summary?.provenance.sourceId] as const,
      ([asked]) => {
        void props.pages?.onPropose().then((patterns) => {
          // The tab may have moved on meanwhile.
          if (asked === props.state.page) setProposed(patterns);
        });
      },
    ),
  );
  return (
    <div class={css.pattern}>
      <Typed
        label={t('ui.heat.filters.pattern')}
        help={t('ui.heat.filters.patternHelp')}
        value={pattern() ?? ''}
        placeholder={proposed()[0] ?? page()}
        error={fits() ? null : t('ui.heat.filters.patternOther')}
        onSet={(typed) => {
          props.onSet({ pattern: typed === '' ? null : typed });
          return true;
        }}
        testId="filter-pattern"
      />
      <Show when={props.pages !== undefined && rows().length > 0 && props.pages}>
        {(pages) => (
          <ul class={css.rows} aria-label={t('ui.heat.patterns.label')}>
            <For each={rows()}>
              {(one) => (
                <PatternRow
                  pattern={one}
                  isSet={one === pattern()}
                  asked={asked()}
                  onUse={() => props.onSet({ pattern: one })}
                  onMatch={pages().onMatch}
                />
              )}
            </For>
          </ul>
        )}
      </Show>
    </div>
  );
}
