import Crosshair from 'lucide-solid/icons/crosshair';
import { For, type JSX, Show } from 'solid-js';
import type { Thresholds } from '../../lib/protocol/consent-policy';
import type { BannerControl, BannerReading } from '../../lib/protocol/walk/banner';
import type { Walk } from '../../lib/protocol/walk/walk';
import { IconButton } from '../ui/Button';
import { useTranslate } from '../ui/translate';
import css from './banner.module.css';
import { missedContrast } from './legible';
import { pressesFor } from './measures';
import type { WalkProps } from './props';

interface ControlTableProps extends Pick<WalkProps, 'onReveal'> {
  readonly reading: BannerReading;
  readonly walk: Walk;
  /** What the findings went by. */
  readonly thresholds: Thresholds;
  readonly pointed: number | null;
  readonly onPoint: (place: number | null) => void;
}

/** Every control of the banner with what was measured of it. */
export function ControlTable(props: ControlTableProps): JSX.Element {
  const t = useTranslate();
  return (
    <section class={css.scroller} tabindex="0" aria-label={t('ui.audit.walk.banner.table')}>
      <table class={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('ui.audit.walk.banner.control')}</th>
            <th scope="col">{t('ui.audit.walk.banner.size')}</th>
            <th scope="col">{t('ui.audit.walk.banner.font')}</th>
            <th scope="col">{t('ui.audit.walk.banner.text')}</th>
            <th scope="col">{t('ui.audit.walk.banner.fill')}</th>
            <th scope="col">{t('ui.audit.walk.banner.presses')}</th>
            <th scope="col">
              <span class="visually-hidden">{t('ui.audit.walk.banner.reveal')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.reading.controls}>
            {(control, place) => (
              <tr
                data-pointed={props.pointed === place() || undefined}
                onMouseEnter={() => props.onPoint(place())}
                onMouseLeave={() => props.onPoint(null)}
              >
                <th scope="row">
                  <span class={css.number} data-role={control.role}>
                    {place() + 1}
                  </span>
                  <span>
                    <strong>{t(`ui.audit.walk.banner.role.${control.role}`)}</strong>{' '}
                    <span class={css.soft}>
                      {control.label === ''
                        ? t('ui.audit.walk.banner.noWords')
                        : t('ui.audit.walk.banner.labelled', [control.label])}
                    </span>
                    <For each={flawsOf(control)}>
                      {(flaw) => (
                        <span class={css.flaw}>{t(`ui.audit.walk.banner.flaw.${flaw}`)}</span>
                      )}
                    </For>
                    <Show when={control.visible && missedContrast(control, props.thresholds)}>
                      {(least) => (
                        <span class={css.flaw}>
                          {t('ui.audit.walk.banner.flaw.illegible', [least()])}
                        </span>
                      )}
                    </Show>
                  </span>
                </th>
                <td>
                  {Math.round(control.box.width)} × {Math.round(control.box.height)}
                </td>
                <td>
                  {control.fontPx} px, {control.fontWeight}
                </td>
                <td data-low={missedContrast(control, props.thresholds) !== null || undefined}>
                  <Ratio of={control.textContrast} />
                </td>
                <td>
                  <Ratio of={control.fillContrast} />
                </td>
                <td>{pressesFor(props.walk, control.role) ?? '–'}</td>
                <td>
                  <IconButton
                    icon={Crosshair}
                    label={t('ui.audit.walk.banner.revealOne', [
                      control.label || t(`ui.audit.walk.banner.role.${control.role}`),
                    ])}
                    onFocus={() => props.onPoint(place())}
                    onBlur={() => props.onPoint(null)}
                    onClick={() => props.onReveal(control.selector)}
                  />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}

function Ratio(props: { readonly of: number | null }): JSX.Element {
  const t = useTranslate();
  return (
    <Show
      when={props.of}
      fallback={<span class={css.soft}>{t('ui.audit.walk.banner.notTold')}</span>}
    >
      {(ratio) => <>{ratio().toFixed(1)} : 1</>}
    </Show>
  );
}

type Flaw = 'hidden' | 'covered' | 'unfocusable' | 'unnamed' | 'link';

function flawsOf(control: BannerControl): Flaw[] {
  if (!control.visible) return ['hidden'];
  return [
    ...(control.hittable ? [] : (['covered'] as const)),
    ...(control.focusable ? [] : (['unfocusable'] as const)),
    ...(control.named ? [] : (['unnamed'] as const)),
    ...(control.kind === 'link' && control.role === 'reject' ? (['link'] as const) : []),
  ];
}
