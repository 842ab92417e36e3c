import { createSignal, type JSX, Match, Switch } from 'solid-js';
import * as v from 'valibot';
import { type CompareWith, CompareWithSchema } from '../../../lib/protocol/compare';
import type { HeatState } from '../../../lib/protocol/heat';
import { DEVICES } from '../../../lib/protocol/heat-kinds';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Select } from '../../ui/Select';
import { useTranslate } from '../../ui/translate';
import { abilitiesOf } from '../chosen-source';
import { cohortsOf } from '../read-filters';
import css from './compare.module.css';
import type { CompareChoice } from './compare-options';

interface CompareFieldsProps {
  readonly choice: CompareChoice;
  readonly state: HeatState;
  readonly onStart: (what: CompareWith) => void;
}

/** What has to be said of B, where its kind alone does not say it. */
export function CompareFields(props: CompareFieldsProps): JSX.Element {
  const t = useTranslate();
  const set = () => props.state.settings.compare?.with ?? null;
  const device = () => {
    const what = set();
    return what?.kind === 'device' ? what.device : null;
  };
  return (
    <Switch>
      <Match when={props.choice === 'device'}>
        <Select
          label={t('ui.heat.compare.device')}
          options={DEVICES.map((value) => ({
            value: value as string,
            label: t(`ui.heat.filters.devices.${value}`),
          }))}
          value={device() ?? ''}
          onChange={(value) => {
            const found = DEVICES.find((each) => each === value);
            if (found !== undefined) props.onStart({ kind: 'device', device: found });
          }}
          testId="compare-device"
        />
      </Match>
      <Match when={props.choice === 'cohorts'}>
        <One
          label={t('ui.heat.compare.cohorts')}
          help={t('ui.heat.filters.cohortsHelp')}
          wrong={t('ui.heat.filters.cohortsWrong')}
          value={textOf(set(), 'cohorts')}
          read={(typed) => ({ kind: 'cohorts', cohorts: cohortsOf(typed) ?? [] })}
          onStart={props.onStart}
        />
      </Match>
      <Match when={props.choice === 'segment'}>
        <One
          label={t('ui.heat.compare.segment')}
          help={t('ui.heat.filters.segmentHelp')}
          wrong={t('ui.heat.filters.segmentHelp')}
          value={textOf(set(), 'segment')}
          read={(segment) => ({ kind: 'segment', segment })}
          onStart={props.onStart}
        />
      </Match>
      <Match when={props.choice === 'page'}>
        <One
          label={t('ui.heat.compare.page')}
          help={t(
            abilitiesOf(props.state)?.filters.includes('pattern')
              ? 'ui.heat.compare.pagePatternHelp'
              : 'ui.heat.compare.pageHelp',
          )}
          wrong={t('heat.compare.refused.address')}
          value={textOf(set(), 'page')}
          read={(page) => ({ kind: 'page', page })}
          onStart={props.onStart}
        />
      </Match>
      <Match when={props.choice === 'parameter'}>
        <Parameter set={set()} onStart={props.onStart} />
      </Match>
    </Switch>
  );
}

/** The text that stands in the field for what is set. */
function textOf(what: CompareWith | null, kind: 'cohorts' | 'segment' | 'page'): string {
  if (what?.kind !== kind) return '';
  if (what.kind === 'cohorts') return what.cohorts.join(', ');
  return what.kind === 'segment' ? what.segment : what.page;
}

interface OneProps {
  readonly label: string;
  readonly help: string;
  /** Said where what was typed cannot be meant. */
  readonly wrong: string;
  readonly value: string;
  readonly read: (typed: string) => CompareWith;
  readonly onStart: (what: CompareWith) => void;
}

function One(props: OneProps): JSX.Element {
  const t = useTranslate();
  const [typed, setTyped] = createSignal(props.value);
  const [isWrong, setWrong] = createSignal(false);
  return (
    <form
      class={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        const read = v.safeParse(CompareWithSchema, props.read(typed().trim()));
        setWrong(!read.success);
        if (read.success) props.onStart(read.output);
      }}
    >
      <Field
        label={props.label}
        help={props.help}
        value={typed()}
        onChange={setTyped}
        error={isWrong() ? props.wrong : null}
        mono
        testId="compare-typed"
      />
      <Button type="submit" kind="primary">
        {t('ui.heat.compare.start')}
      </Button>
    </form>
  );
}

function Parameter(props: {
  readonly set: CompareWith | null;
  readonly onStart: (what: CompareWith) => void;
}): JSX.Element {
  const t = useTranslate();
  const set = props.set?.kind === 'parameter' ? props.set : { name: 'variant', value: '' };
  const [name, setName] = createSignal(set.name);
  const [value, setValue] = createSignal(set.value);
  const [isWrong, setWrong] = createSignal(false);
  return (
    <form
      class={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        const what = { kind: 'parameter', name: name().trim(), value: value().trim() };
        const read = v.safeParse(CompareWithSchema, what);
        setWrong(!read.success);
        if (read.success) props.onStart(read.output);
      }}
    >
      <div class={css.pair}>
        <Field
          label={t('ui.heat.compare.name')}
          value={name()}
          onChange={setName}
          error={isWrong() ? t('ui.heat.compare.nameWrong') : null}
          mono
          testId="compare-name"
        />
        <Field
          label={t('ui.heat.compare.value')}
          value={value()}
          onChange={setValue}
          mono
          testId="compare-value"
        />
      </div>
      <Button type="submit" kind="primary">
        {t('ui.heat.compare.start')}
      </Button>
    </form>
  );
}
