import { createSignal, type JSX } from 'solid-js';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { shortUrl } from '../../ui/format';
import { createOneAtATime } from '../../ui/one-at-a-time';
import { Segmented } from '../../ui/Segmented';
import { useTranslate } from '../../ui/translate';
import css from './views.module.css';

interface SaveViewProps {
  /** Pages like the one in the tab; empty: it is no web page. */
  readonly template: string;
  /** False: it was not saved, and why is said elsewhere. */
  readonly onSave: (name: string, where: 'template' | 'all') => Promise<boolean>;
}

/** Puts what is set away under a name, for pages like this one or for all. */
export function SaveView(props: SaveViewProps): JSX.Element {
  const t = useTranslate();
  const [name, setName] = createSignal('');
  const [chosen, setChosen] = createSignal<'template' | 'all'>('template');
  const [underWay, begin] = createOneAtATime();
  const where = () => (props.template === '' ? 'all' : chosen());
  const save = async (): Promise<void> => {
    if (await props.onSave(name().trim(), where())) setName('');
  };
  return (
    <form
      class={css.part}
      aria-busy={underWay()}
      onSubmit={(event) => {
        event.preventDefault();
        if (name().trim() !== '') begin(save);
      }}
    >
      <h3>{t('ui.heat.views.save')}</h3>
      <Field
        label={t('ui.heat.views.name')}
        value={name()}
        onChange={setName}
        required
        testId="view-name"
      />
      <Segmented
        label={t('ui.heat.views.where')}
        options={[
          ...(props.template === ''
            ? []
            : [{ value: 'template' as const, label: t('ui.heat.views.template') }]),
          { value: 'all' as const, label: t('ui.heat.views.all') },
        ]}
        value={where()}
        onChange={setChosen}
        testId="view-where"
      />
      <p class={css.help}>
        {where() === 'all'
          ? t('ui.heat.views.allHelp')
          : t('ui.heat.views.templateHelp', [shortUrl(props.template)])}
      </p>
      <div>
        <Button type="submit" disabled={name().trim() === ''}>
          {t('ui.heat.views.saveIt')}
        </Button>
      </div>
    </form>
  );
}
