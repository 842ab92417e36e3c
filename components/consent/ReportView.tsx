import Archive from 'lucide-solid/icons/archive';
import FileJson from 'lucide-solid/icons/file-braces';
import FileText from 'lucide-solid/icons/file-text';
import Footprints from 'lucide-solid/icons/footprints';
import { createMemo, createSignal, type JSX } from 'solid-js';
import { reconcile } from '../../lib/consent/reconcile';
import { isOpen } from '../audit/words';
import { Button } from '../ui/Button';
import { type Tab, Tabs } from '../ui/Tabs';
import { useTranslate } from '../ui/translate';
import { VerdictLine } from '../ui/VerdictLine';
import { AgreementView } from './AgreementView';
import { BannerView } from './BannerView';
import { ChangesView } from './ChangesView';
import { changesOf } from './changes';
import { FindingsView } from './FindingsView';
import { HeatView } from './HeatView';
import { PathsView } from './PathsView';
import type { WalkProps, WalkReport } from './props';
import { TimelineView } from './TimelineView';
import { verdictOf } from './verdict';
import css from './walk.module.css';

interface ReportViewProps extends WalkProps {
  readonly report: WalkReport;
  /** It ended early. */
  readonly stopped: boolean;
  readonly onAgain: () => void;
}

type Part = 'paths' | 'findings' | 'timeline' | 'banner' | 'agreement' | 'changes' | 'heat';

/** What came of a walk: the answer, then the evidence from every side. */
export function ReportView(props: ReportViewProps): JSX.Element {
  const t = useTranslate();
  const [part, setPart] = createSignal<Part>('paths');
  const verdict = createMemo(() => verdictOf(props.report, props.stopped, t));
  const tabs: readonly Tab<Part>[] = [
    {
      value: 'paths',
      label: t('ui.audit.walk.tab.paths'),
      view: () => <PathsView report={props.report} />,
    },
    {
      value: 'findings',
      label: t('ui.audit.walk.tab.findings'),
      get count() {
        return props.report.findings.filter(isOpen).length;
      },
      view: () => <FindingsView report={props.report} onReveal={props.onReveal} />,
    },
    {
      value: 'timeline',
      label: t('ui.audit.walk.tab.timeline'),
      view: () => <TimelineView report={props.report} />,
    },
    {
      value: 'banner',
      label: t('ui.audit.walk.tab.banner'),
      view: () => <BannerView report={props.report} onReveal={props.onReveal} />,
    },
    {
      value: 'agreement',
      label: t('ui.audit.walk.tab.agreement'),
      get count() {
        const { rows } = reconcile(props.report.walk, props.report.policy);
        return rows.reduce((sum, { disagrees }) => sum + disagrees.length, 0);
      },
      view: () => <AgreementView report={props.report} />,
    },
    {
      value: 'changes',
      label: t('ui.audit.walk.tab.changes'),
      get count() {
        return changesOf(props.report, t).length;
      },
      view: () => <ChangesView report={props.report} />,
    },
    {
      value: 'heat',
      label: t('ui.audit.walk.tab.heat'),
      view: () => <HeatView report={props.report} hot={props.hot} onShowHot={props.onShowHot} />,
    },
  ];
  return (
    <div class={css.view} data-testid="walk-report">
      <VerdictLine {...verdict()}>
        <Button icon={Archive} onClick={() => props.onExport('bundle')}>
          {t('ui.audit.walk.export.bundle')}
        </Button>
        <Button icon={FileText} onClick={() => props.onExport('html')}>
          {t('ui.audit.walk.export.html')}
        </Button>
        <Button icon={FileJson} onClick={() => props.onExport('json')}>
          {t('ui.audit.walk.export.json')}
        </Button>
        <Button
          kind={props.stopped ? 'primary' : 'plain'}
          icon={Footprints}
          onClick={() => props.onAgain()}
        >
          {t('ui.audit.walk.again')}
        </Button>
      </VerdictLine>
      <Tabs label={t('ui.audit.walk.tab.label')} tabs={tabs} value={part()} onChange={setPart} />
    </div>
  );
}
