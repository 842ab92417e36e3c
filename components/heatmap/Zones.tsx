import Crosshair from 'lucide-solid/icons/crosshair';
import Frame from 'lucide-solid/icons/frame';
import List from 'lucide-solid/icons/list';
import Square from 'lucide-solid/icons/square';
import X from 'lucide-solid/icons/x';
import { createSignal, type JSX, Show } from 'solid-js';
import type { HeatState } from '../../lib/protocol/heat';
import { MOST_ZONES, type PickedZone, type PickStep } from '../../lib/protocol/zones';
import { Button, IconButton } from '../ui/Button';
import { ById } from '../ui/ById';
import { formatCount, formatShare } from '../ui/format';
import { useTranslate } from '../ui/translate';
import type { ZoneWishes } from './props';
import { SectionList } from './SectionList';
import css from './zones.module.css';

interface ZonesProps {
  readonly state: HeatState;
  readonly wishes: ZoneWishes;
  readonly onHighlight: (ref: number | null) => void;
}

/** Sections of the page that somebody has picked: how much lies in each, and the one that heat is limited to. */
export function Zones(props: ZonesProps): JSX.Element {
  const t = useTranslate();
  const [isListed, setListed] = createSignal(false);
  const zones = () => props.state.zones;
  const isFull = () => zones().list.length >= MOST_ZONES;
  const limit = () => zones().list.find(({ ref }) => ref === zones().limit);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = zones().picking ? STEPS[event.key] : undefined;
    if (step === undefined || event.defaultPrevented || !isForPicking(event)) return;
    event.preventDefault();
    props.wishes.onPick(step);
  };
  return (
    <section class={css.zones} aria-label={t('ui.heat.zones.title')} onKeyDown={onKeyDown}>
      <div class={css.head}>
        <h2>{t('ui.heat.zones.title')}</h2>
        <Button
          icon={zones().picking ? Square : Crosshair}
          kind={zones().picking ? 'primary' : 'quiet'}
          onClick={() => props.wishes.onPick(zones().picking ? 'stop' : 'start')}
          disabled={isFull()}
          data-testid="zone-pick"
        >
          {t(zones().picking ? 'ui.heat.zones.stop' : 'ui.heat.zones.pick')}
        </Button>
        <IconButton
          icon={List}
          label={t('ui.heat.zones.fromList')}
          onClick={() => setListed(true)}
          disabled={isFull()}
          data-testid="zone-list"
        />
      </div>
      <p class={css.hint} role="status">
        <Show when={zones().picking} fallback={isFull() ? t('ui.heat.zones.full') : null}>
          {t('ui.heat.zones.picking')}
        </Show>
      </p>
      <Show when={limit()}>
        {(zone) => (
          <div class={css.limited} data-testid="zone-limited">
            <span>{t('ui.heat.zones.limited', [nameOf(zone())])}</span>
            <Button onClick={() => props.wishes.onLimit(null)} data-testid="zone-unlimit">
              {t('ui.heat.zones.unlimit')}
            </Button>
          </div>
        )}
      </Show>
      <Show when={zones().list.length > 0}>
        <ul class={css.list} data-testid="zones">
          <ById each={zones().list} idOf={({ ref }) => ref}>
            {(zone) => <Row {...props} zone={zone()} />}
          </ById>
        </ul>
      </Show>
      <Show when={isListed()}>
        <SectionList
          onSections={props.wishes.onSections}
          picked={zones().list.map(({ ref }) => ref)}
          onPick={(ref) => {
            setListed(false);
            props.wishes.onAdd(ref);
          }}
          onHighlight={props.onHighlight}
          onClose={() => setListed(false)}
        />
      </Show>
    </section>
  );
}

const STEPS: Readonly<Record<string, PickStep | undefined>> = {
  Enter: 'take',
  ArrowUp: 'wider',
  ArrowDown: 'narrower',
  Escape: 'stop',
};

/** Enter presses other buttons, and the list has keys of its own: its events come here, though it stands elsewhere. */
function isForPicking({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element) || target.closest('[role="dialog"]') !== null) return false;
  return key !== 'Enter' || target.closest('button:not([data-testid="zone-pick"])') === null;
}

function Row(props: ZonesProps & { readonly zone: PickedZone }): JSX.Element {
  const t = useTranslate();
  const name = () => nameOf(props.zone);
  const isLimit = () => props.state.zones.limit === props.zone.ref;
  return (
    <li
      class={css.row}
      data-limit={isLimit() || undefined}
      onMouseEnter={() => props.onHighlight(props.zone.ref)}
      onMouseLeave={() => props.onHighlight(null)}
      onFocusIn={() => props.onHighlight(props.zone.ref)}
      onFocusOut={() => props.onHighlight(null)}
    >
      <div class={css.words}>
        <div class={css.name} title={name()}>
          {name()} <span class={css.role}>{props.zone.label === '' ? '' : props.zone.role}</span>
        </div>
        <div class={css.numbers}>
          <Numbers {...props} />
        </div>
      </div>
      <IconButton
        icon={Frame}
        label={t('ui.heat.zones.limit', [name()])}
        pressed={isLimit()}
        disabled={props.zone.heat === null && !isLimit()}
        onClick={() => props.wishes.onLimit(isLimit() ? null : props.zone.ref)}
      />
      <IconButton
        icon={X}
        label={t('ui.heat.zones.remove', [name()])}
        onClick={() => props.wishes.onRemove(props.zone.ref)}
      />
    </li>
  );
}

function Numbers(props: { readonly state: HeatState; readonly zone: PickedZone }): JSX.Element {
  const t = useTranslate();
  const unit = () => props.state.summary?.provenance.unit ?? 'clicks';
  const people = (least: number, most: number): string => {
    const of = unit();
    return of === 'clicks' ? '' : t(`ui.heat.zones.${of}`, [formatCount(least), formatCount(most)]);
  };
  return (
    <Show
      when={props.zone.heat}
      fallback={t(props.zone.visible ? 'ui.heat.zones.nothing' : 'ui.heat.zones.hidden')}
    >
      {(heat) => (
        <>
          <span class={css.share}>
            {t('ui.heat.elements.percent', [formatShare(heat().share)])}{' '}
            <span class={css.role}>
              {heat().margin === null
                ? t('ui.heat.elements.marginUnknown')
                : t('ui.heat.elements.margin', [formatShare(heat().margin ?? 0)])}
            </span>
          </span>
          <span>{t('ui.heat.zones.clicks', [formatCount(heat().count)])}</span>
          <span>{people(heat().leastPeople, heat().mostPeople)}</span>
        </>
      )}
    </Show>
  );
}

const nameOf = ({ label, role }: PickedZone): string => (label === '' ? role : label);
