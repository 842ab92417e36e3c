import CircleDashed from 'lucide-solid/icons/circle-dashed';
import FileJson from 'lucide-solid/icons/file-braces';
import LoaderCircle from 'lucide-solid/icons/loader-circle';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import RotateCw from 'lucide-solid/icons/rotate-cw';
import ScanSearch from 'lucide-solid/icons/scan-search';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { createMemo, type JSX, Show } from 'solid-js';
import type { Message, Translate } from '../../lib/core/message';
import type { AuditState } from '../../lib/protocol/audit';
import type { Tone } from '../ui/Badge';
import { Button, type Icon } from '../ui/Button';
import { useSay, useTranslate } from '../ui/translate';
import { VerdictLine } from '../ui/VerdictLine';
import { HoldButton } from './hold/HoldButton';
import type { AuditPanelProps } from './props';
import { VERDICT_FACES } from './words';

/** The first line of the panel: the state, the reason, the next step, and the ways to act on it. */
export function Verdict(props: AuditPanelProps): JSX.Element {
  const t = useTranslate();
  const say = useSay();
  const line = createMemo(() => describe(props.state, t, say));
  const status = () => props.state?.status ?? null;
  return (
    <VerdictLine
      tone={line().tone}
      icon={line().icon}
      word={line().word}
      sentence={line().sentence}
      next={line().next}
      working={status() === 'running'}
    >
      <Show when={status() === 'no-grant' && props.state?.result}>
        <Button kind="primary" icon={ScanSearch} onClick={() => props.onGrant()}>
          {t('ui.audit.action.audit')}
        </Button>
      </Show>
      <Show when={status() === 'running' || (props.state?.result && status() !== 'no-grant')}>
        <Button
          icon={RefreshCw}
          disabled={status() === 'running'}
          onClick={() => props.onRun(false)}
        >
          {t('ui.audit.action.rescan')}
        </Button>
        <Button
          icon={RotateCw}
          disabled={status() === 'running'}
          title={t('ui.audit.action.reloadHint')}
          onClick={() => props.onRun(true)}
        >
          {t('ui.audit.action.reload')}
        </Button>
      </Show>
      <HoldButton {...props} />
      <Show when={props.state?.result}>
        <Button
          icon={FileJson}
          title={t('ui.audit.action.exportHint')}
          onClick={() => props.onExport()}
        >
          {t('ui.audit.action.export')}
        </Button>
      </Show>
    </VerdictLine>
  );
}

interface Line {
  readonly tone: Tone;
  readonly icon: Icon;
  readonly word: string;
  readonly sentence: string;
  readonly next?: string;
}

function describe(state: AuditState | null, t: Translate, say: (message: Message) => string): Line {
  const origin = state?.origin ?? '';
  if (state === null) return plain('idle');
  if (state.status === 'running') {
    const sentence = state.step === null ? t('ui.audit.verdict.running.sentence') : say(state.step);
    const word = t('ui.audit.verdict.running.word');
    return { tone: 'ours', icon: LoaderCircle, word, sentence };
  }
  if (state.status === 'failed') {
    const sentence = state.error === null ? t('error.unexpected') : say(state.error);
    const word = t('ui.audit.verdict.failed.word');
    return { tone: 'unknown', icon: TriangleAlert, word, sentence };
  }
  if (state.result === null) return plain(state.status === 'not-allowed' ? 'notAllowed' : 'idle');
  const { verdict, headline, nextStep } = state.result;
  const { key, ...face } = VERDICT_FACES[verdict];
  const word = t(`ui.audit.verdict.${key}.word`);
  return { ...face, word, sentence: withoutWord(say(headline), word), next: say(nextStep) };

  function plain(key: 'idle' | 'notAllowed'): Line {
    const word = t(`ui.audit.verdict.${key}.word`);
    const sentence = t(`ui.audit.verdict.${key}.sentence`, [origin]);
    return { tone: 'unknown', icon: CircleDashed, word, sentence };
  }
}

/** A headline begins with its state, as it has to in a report; here the state stands before it. */
function withoutWord(sentence: string, word: string): string {
  if (!sentence.startsWith(`${word}:`)) return sentence;
  const rest = sentence.slice(word.length + 1).trim();
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
