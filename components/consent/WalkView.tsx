import { createEffect, createSignal, type JSX, Match, on, Switch } from 'solid-js';
import type { WalkProps, WalkUi } from './props';
import { ReadyView } from './ReadyView';
import { ReportView } from './ReportView';
import { RunView } from './RunView';
import { Failed, Loading, Locked, NotAllowed, NothingFound } from './WalkEmpty';

type Of<S extends WalkUi['status']> = Extract<WalkUi, { status: S }>;

/** Does the page keep to every choice that a visitor can make? All paths, walked one by one. */
export function WalkView(props: WalkProps): JSX.Element {
  // A report stays what is shown until somebody wants another walk, whose plan then takes its place.
  const [planning, setPlanning] = createSignal(false);
  createEffect(
    on(
      () => props.ui?.status,
      () => setPlanning(false),
      { defer: true },
    ),
  );
  const is = <S extends WalkUi['status']>(...wanted: readonly S[]): Of<S> | null => {
    const { ui } = props;
    return ui !== null && wanted.some((status) => status === ui.status) ? (ui as Of<S>) : null;
  };
  const again = () => {
    const known = is('done', 'stopped', 'nothing-found', 'failed');
    return planning() && known?.plan ? known.plan : null;
  };
  return (
    <Switch>
      <Match when={props.ui === null}>
        <Loading />
      </Match>
      <Match when={again()}>
        {(plan) => <ReadyView {...props} plan={plan()} onBack={() => setPlanning(false)} />}
      </Match>
      <Match when={is('ready')}>{(ui) => <ReadyView {...props} plan={ui().plan} />}</Match>
      <Match when={is('running')}>
        {(ui) => <RunView {...props} run={ui().run} soFar={ui().soFar} />}
      </Match>
      <Match when={is('done', 'stopped')}>
        {(ui) => (
          <ReportView
            {...props}
            report={ui().report}
            stopped={ui().status === 'stopped'}
            onAgain={() => setPlanning(true)}
          />
        )}
      </Match>
      <Match when={is('nothing-found')}>
        {(ui) => <NothingFound {...props} report={ui().report} onAgain={() => setPlanning(true)} />}
      </Match>
      <Match when={is('failed')}>
        {(ui) => (
          <Failed
            error={ui().error}
            canRetry={ui().plan !== null}
            onAgain={() => setPlanning(true)}
          />
        )}
      </Match>
      <Match when={is('not-allowed')}>{(ui) => <NotAllowed {...props} ui={ui()} />}</Match>
      <Match when={is('locked')}>{(ui) => <Locked {...props} ui={ui()} />}</Match>
    </Switch>
  );
}
