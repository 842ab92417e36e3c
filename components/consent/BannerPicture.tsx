// biome-ignore-all lint/a11y/noStaticElementInteractions: pointing at a box lights up its row, which keys reach by its button.
import { For, type JSX, Show } from 'solid-js';
import type { BannerReading, Box } from '../../lib/protocol/walk/banner';
import { useTranslate } from '../ui/translate';
import css from './banner.module.css';

interface BannerPictureProps {
  readonly reading: BannerReading;
  /** Address of the picture; null: the boxes are drawn on an empty viewport. */
  readonly picture: string | null;
  readonly viewport: { readonly width: number; readonly height: number };
  /** The whole viewport, or the banner with a little around it. */
  readonly whole: boolean;
  /** Which control is pointed at, by its place in the reading. */
  readonly pointed: number | null;
  readonly onPoint: (place: number | null) => void;
}

/** CSS px of the page that are seen around the banner. */
const AROUND = 16;

/** The banner to scale, its controls framed and numbered as in the table beside it. */
export function BannerPicture(props: BannerPictureProps): JSX.Element {
  const t = useTranslate();
  const sight = (): Box => {
    const { viewport, reading } = props;
    return props.whole ? { x: 0, y: 0, ...viewport } : around(reading.box, viewport);
  };
  /** Where a box of the viewport stands in what is seen of it. */
  const placed = ({ x, y, width, height }: Box): JSX.CSSProperties => {
    const seen = sight();
    return {
      left: `${((x - seen.x) / seen.width) * 100}%`,
      top: `${((y - seen.y) / seen.height) * 100}%`,
      width: `${(width / seen.width) * 100}%`,
      height: `${(height / seen.height) * 100}%`,
    };
  };
  const visible = () =>
    props.reading.controls.flatMap((control, place) =>
      control.visible ? [{ control, place }] : [],
    );
  return (
    <figure class={css.figure} data-testid="walk-banner">
      <div class={css.picture} style={{ 'aspect-ratio': `${sight().width} / ${sight().height}` }}>
        <Show
          when={props.picture}
          fallback={<span class={css.sheet} style={placed(props.reading.box)} />}
        >
          {(address) => (
            <img
              src={address()}
              alt={t('ui.audit.walk.banner.alt')}
              style={placed({ x: 0, y: 0, ...props.viewport })}
            />
          )}
        </Show>
        <For each={visible()}>
          {({ control, place }) => (
            <span
              class={css.box}
              data-role={control.role}
              data-pointed={props.pointed === place || undefined}
              style={placed(control.box)}
              title={control.label}
              onMouseEnter={() => props.onPoint(place)}
              onMouseLeave={() => props.onPoint(null)}
            >
              <span class={css.number}>{place + 1}</span>
              <Show when={props.picture === null}>
                <span class={css.label}>{control.label}</span>
              </Show>
            </span>
          )}
        </For>
      </div>
      <figcaption class={css.caption}>
        {t(
          props.picture === null ? 'ui.audit.walk.banner.noPicture' : 'ui.audit.walk.banner.said',
          [
            Math.round(props.reading.box.width),
            Math.round(props.reading.box.height),
            props.viewport.width,
            props.viewport.height,
          ],
        )}
      </figcaption>
    </figure>
  );
}

function around(box: Box, viewport: BannerPictureProps['viewport']): Box {
  const left = Math.max(0, box.x - AROUND);
  const top = Math.max(0, box.y - AROUND);
  const right = Math.min(viewport.width, box.x + box.width + AROUND);
  const bottom = Math.min(viewport.height, box.y + box.height + AROUND);
  // A banner that was measured out of sight has no part of the viewport: then all of it is shown.
  if (right - left < 1 || bottom - top < 1) return { x: 0, y: 0, ...viewport };
  return { x: left, y: top, width: right - left, height: bottom - top };
}
