import Clock from 'lucide-solid/icons/clock';
import EyeOff from 'lucide-solid/icons/eye-off';
import FileWarning from 'lucide-solid/icons/file-exclamation-point';
import FlaskConical from 'lucide-solid/icons/flask-conical';
import Grid from 'lucide-solid/icons/grid-3x3';
import HardDrive from 'lucide-solid/icons/hard-drive';
import MousePointer from 'lucide-solid/icons/mouse-pointer';
import Users from 'lucide-solid/icons/users';
import { type JSX, Show } from 'solid-js';
import type { Message } from '../../lib/core/message';
import type { HeatState, MapSummary } from '../../lib/protocol/heat';
import { Badge } from '../ui/Badge';
import { formatAge, formatDay, formatMoment, formatShare } from '../ui/format';
import { createNow } from '../ui/now';
import { useSay, useTranslate } from '../ui/translate';
import { HowSure } from './HowSure';
import { NoteList } from './lists/NoteList';
import { Placement } from './Placement';
import css from './provenance.module.css';

/** How sure one may be of what is seen: age, grid, what is hidden, and what was counted. */
export function Provenance(props: { state: HeatState }): JSX.Element {
  const note = (id: string): Message | undefined => props.state.notes.find((n) => n.id === id);
  const others = () => props.state.notes.filter(({ id }) => !AS_BADGE.has(id));
  return (
    <Show when={props.state.summary}>
      {(summary) => (
        <section class={css.provenance}>
          <Badges
            summary={summary()}
            savedCopy={note(SAVED_COPY)}
            sample={note(SAMPLE)}
            sessions={note(SESSIONS)}
            otherPage={note(OTHER_PAGE)}
          />
          <Show when={summary().error}>{(error) => <HowSure error={error()} />}</Show>
          <Placement state={props.state} />
          <NoteList notes={others()} />
        </section>
      )}
    </Show>
  );
}

const SAMPLE = 'heat.note.sample';
const SAVED_COPY = 'heat.note.savedCopy';
const OTHER_PAGE = 'heat.note.fileOfOtherPage';
const SESSIONS = 'heat.note.sessions';
const AS_BADGE = new Set<string>([SAMPLE, SAVED_COPY, SESSIONS]);

interface BadgesProps {
  readonly summary: MapSummary;
  readonly savedCopy: Message | undefined;
  readonly sample: Message | undefined;
  readonly sessions: Message | undefined;
  readonly otherPage: Message | undefined;
}

function Badges(props: BadgesProps): JSX.Element {
  const t = useTranslate();
  const say = useSay();
  const now = createNow();
  const data = () => props.summary.provenance;
  const period = () => t('ui.heat.badge.period', [formatDay(data().from), formatDay(data().to)]);
  const grid = () => {
    const { gridErrorX: x, gridErrorY: y } = data();
    return x === null || y === null ? null : { x, y };
  };
  const hiddenIn = () => (data().anonymisedAt === 'source' ? 'AtSource' : 'InBrowser');
  const hiddenWhere = () => (data().lostAtSource ? 'AtSourceKnown' : hiddenIn());
  const hidden = () => {
    const { dropped, k } = props.summary;
    if (hiddenIn() === 'AtSource' && dropped === 0 && !data().lostAtSource)
      return t('ui.heat.badge.hiddenAtSource', [k]);
    return t('ui.heat.badge.hidden', [formatShare(dropped), k]);
  };
  const hiddenAbout = () =>
    t(`ui.heat.badge.about${hiddenWhere()}`, [formatShare(props.summary.dropped), props.summary.k]);
  return (
    <div class={css.badges}>
      <Show when={data().kind === 'sample'}>
        <Badge
          tone="ours"
          icon={FlaskConical}
          about={props.sample ? say(props.sample) : undefined}
          testId="badge-sample"
        >
          {t('ui.heat.badge.sample')}
        </Badge>
      </Show>
      <Show when={props.otherPage}>
        {(note) => (
          <Badge tone="person" icon={FileWarning} about={say(note())} testId="badge-other-page">
            {t('ui.heat.badge.otherPage')}
          </Badge>
        )}
      </Show>
      <Show when={props.savedCopy}>
        {(note) => (
          <Badge tone="unknown" icon={HardDrive} about={say(note())} testId="badge-saved">
            {t('ui.heat.badge.savedCopy')}
          </Badge>
        )}
      </Show>
      <Badge
        tone="none"
        icon={Clock}
        about={`${period()} ${t('ui.heat.badge.fetched', [formatMoment(data().fetchedAt)])}`}
        testId="badge-age"
      >
        {formatAge(data().fetchedAt, now())}
      </Badge>
      <Show
        when={grid()}
        fallback={
          <Show when={props.summary.anchors > 0}>
            <Badge
              tone="none"
              icon={MousePointer}
              about={t('ui.heat.badge.byElementAbout')}
              testId="badge-grid"
            >
              {t('ui.heat.badge.byElement')}
            </Badge>
          </Show>
        }
      >
        {(error) => (
          <Badge
            tone="none"
            icon={Grid}
            about={t('ui.heat.badge.gridAbout', [formatPx(error().x), formatPx(error().y)])}
            testId="badge-grid"
          >
            {t('ui.heat.badge.grid', [formatPx(Math.max(error().x, error().y))])}
          </Badge>
        )}
      </Show>
      <Badge tone="none" icon={EyeOff} about={hiddenAbout()} testId="badge-hidden">
        {hidden()}
      </Badge>
      <Badge
        tone="none"
        icon={Users}
        about={props.sessions ? say(props.sessions) : t(`ui.heat.badge.${data().unit}About`)}
        testId="badge-unit"
      >
        {t(`ui.heat.badge.${data().unit}`)}
      </Badge>
    </div>
  );
}

const formatPx = (px: number): string => String(Math.round(px * 10) / 10);
