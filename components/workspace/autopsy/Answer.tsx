import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleHelp from 'lucide-solid/icons/circle-question-mark';
import CircleX from 'lucide-solid/icons/circle-x';
import type { JSX } from 'solid-js';
import type { AutopsyReport } from '../../../lib/wire/autopsy/report-schema';
import type { Tone } from '../../ui/Badge';
import type { Icon } from '../../ui/Button';
import { formatCount } from '../../ui/format';
import { useTranslate } from '../../ui/translate';
import { VerdictLine } from '../../ui/VerdictLine';
import { answerOf } from './answer-of';
import css from './autopsy.module.css';

const LOOKS: Readonly<Record<ReturnType<typeof answerOf>, { tone: Tone; icon: Icon }>> = {
  found: { tone: 'blocks', icon: CircleX },
  partial: { tone: 'person', icon: CircleHelp },
  nothing: { tone: 'clear', icon: CircleCheck },
  unread: { tone: 'person', icon: CircleHelp },
};

export function Answer(props: { readonly report: AutopsyReport }): JSX.Element {
  const t = useTranslate();
  const answer = () => answerOf(props.report);
  const sentence = () => {
    const { affected, recordings } = props.report;
    if (answer() === 'found') {
      const all = Math.max(recordings, affected.length);
      return t('ui.workspace.autopsy.found', [formatCount(affected.length), formatCount(all)]);
    }
    if (answer() === 'unread') return t('ui.workspace.autopsy.unread');
    return t('ui.workspace.autopsy.nothingFound', [recordings]);
  };
  return (
    <div class={css.answer}>
      <VerdictLine
        {...LOOKS[answer()]}
        word={t(`ui.workspace.autopsy.word.${answer()}`)}
        sentence={sentence()}
        next={answer() === 'unread' ? undefined : t('ui.workspace.autopsy.misses')}
      />
    </div>
  );
}
