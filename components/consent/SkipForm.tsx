import { createSignal, type JSX } from 'solid-js';
import type { Obstacle } from '../../lib/protocol/walk/scenarios';
import { Button } from '../ui/Button';
import { Select } from '../ui/Select';
import { useTranslate } from '../ui/translate';
import css from './walk.module.css';
import { OBSTACLE_KEYS } from './words';

interface SkipFormProps {
  readonly onSkip: (reason: Obstacle) => void;
  readonly onCancel: () => void;
}

/** What a person can see of why a path can't be walked. The reason becomes a finding. */
const REASONS: readonly Obstacle[] = [
  'no-control',
  'no-banner',
  'control-covered',
  'control-moves',
  'no-effect',
  'no-withdrawal',
  'not-reached',
  'interrupted',
];

export function SkipForm(props: SkipFormProps): JSX.Element {
  const t = useTranslate();
  const [reason, setReason] = createSignal<Obstacle>('no-control');
  return (
    <fieldset class={css.skip} data-testid="walk-skip">
      <legend class="visually-hidden">{t('ui.audit.walk.run.skip')}</legend>
      <span>{t('ui.audit.walk.run.why')}</span>
      <Select<Obstacle>
        label={t('ui.audit.walk.run.why')}
        labelHidden
        options={REASONS.map((value) => ({
          value,
          label: t(`ui.audit.walk.obstacle.${OBSTACLE_KEYS[value]}`),
        }))}
        value={reason()}
        onChange={setReason}
        testId="walk-skip-reason"
      />
      <span class={css.actions}>
        <Button onClick={() => props.onSkip(reason())} data-testid="walk-skip-go">
          {t('ui.audit.walk.run.skipNow')}
        </Button>
        <Button kind="quiet" onClick={() => props.onCancel()}>
          {t('ui.audit.walk.run.keep')}
        </Button>
      </span>
    </fieldset>
  );
}
