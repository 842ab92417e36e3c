import PanelBottom from 'lucide-solid/icons/panel-bottom';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { DEFAULT_WALK_POLICY } from '../../lib/consent/walk-policy';
import { EmptyState } from '../ui/EmptyState';
import { Segmented } from '../ui/Segmented';
import { useTranslate } from '../ui/translate';
import { BannerFacts } from './BannerFacts';
import { BannerPicture } from './BannerPicture';
import css from './banner.module.css';
import { Comparison } from './Comparison';
import { ControlTable } from './ControlTable';
import { bannersOf } from './measures';
import type { WalkProps, WalkReport } from './props';
import walk from './walk.module.css';

/** Is it as easy to refuse as to accept? The banner with its measures drawn over it. */
export function BannerView(
  props: Pick<WalkProps, 'onReveal'> & { readonly report: WalkReport },
): JSX.Element {
  const t = useTranslate();
  const [layer, setLayer] = createSignal<'1' | '2'>('1');
  const [whole, setWhole] = createSignal<'banner' | 'page'>('banner');
  const [pointed, setPointed] = createSignal<number | null>(null);
  const banners = createMemo(() => bannersOf(props.report.walk));
  const shown = () =>
    banners().find((met) => String(met.layer) === layer()) ?? banners()[0] ?? null;
  return (
    <Show
      when={shown()}
      fallback={
        <EmptyState
          kind="noBanner"
          icon={PanelBottom}
          title={t('ui.audit.walk.banner.none.title')}
          sentence={t('ui.audit.walk.banner.none.sentence')}
          next={{ words: t('ui.audit.walk.banner.none.next') }}
        />
      }
    >
      {(met) => (
        <div class={walk.view}>
          <div class={walk.filters}>
            <Show when={banners().length > 1}>
              <Segmented
                label={t('ui.audit.walk.banner.layer')}
                options={[
                  { value: '1', label: t('ui.audit.walk.banner.layer1') },
                  { value: '2', label: t('ui.audit.walk.banner.layer2') },
                ]}
                value={layer()}
                onChange={setLayer}
                testId="walk-layer"
              />
            </Show>
            <Segmented
              label={t('ui.audit.walk.banner.part')}
              options={[
                { value: 'banner', label: t('ui.audit.walk.banner.banner') },
                { value: 'page', label: t('ui.audit.walk.banner.page') },
              ]}
              value={whole()}
              onChange={setWhole}
              testId="walk-part"
            />
          </div>
          <div class={css.columns}>
            <BannerPicture
              reading={met().reading}
              picture={props.report.pictures.get(met().picture) ?? null}
              viewport={props.report.walk.vantage.viewport}
              whole={whole() === 'page'}
              pointed={pointed()}
              onPoint={setPointed}
            />
            <div class={css.measures}>
              <Comparison reading={met().reading} walk={props.report.walk} />
              <ControlTable
                reading={met().reading}
                walk={props.report.walk}
                thresholds={(props.report.policy ?? DEFAULT_WALK_POLICY).thresholds}
                pointed={pointed()}
                onPoint={setPointed}
                onReveal={props.onReveal}
              />
              <BannerFacts reading={met().reading} />
              <For each={met().reading.toggles.filter(({ on, essential }) => on && !essential)}>
                {(toggle) => (
                  <p class={css.ticked}>{t('ui.audit.walk.banner.ticked', [toggle.label])}</p>
                )}
              </For>
            </div>
          </div>
        </div>
      )}
    </Show>
  );
}
