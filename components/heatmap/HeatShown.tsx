import { createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import type { HeatState } from '../../lib/protocol/heat';
import { Compare } from './compare/Compare';
import { ComparedBands } from './compare/ComparedBands';
import { ComparedElements } from './compare/ComparedElements';
import { CompareResult } from './compare/CompareResult';
import { Elements } from './Elements';
import { Footer } from './Footer';
import { Measures } from './measures/Measures';
import { NoiseDifference } from './NoiseDifference';
import { Provenance } from './Provenance';
import { Pins } from './pins/Pins';
import type { Pinnable } from './pins/props';
import type { SidePanelProps } from './props';
import { Reach } from './Reach';
import { Zones } from './Zones';

interface HeatShownProps extends Omit<SidePanelProps, 'state'> {
  readonly state: HeatState;
  readonly onKeys: () => void;
  /** The field that filters the table, whichever is shown. */
  readonly filterRef: (input: HTMLInputElement) => void;
}

/** All that is said of heat while there is some. While two maps are compared, that alone. */
export function HeatShown(props: HeatShownProps): JSX.Element {
  /** The element that a note is being written on. */
  const [pinning, setPinning] = createSignal<Pinnable | null>(null);
  const isComparing = () => props.state.settings.compare !== null;
  /** What was found before is of no use once nothing is compared. */
  const comparison = () => (isComparing() ? props.comparison : null);
  return (
    <>
      <Show when={!comparison()}>
        <Provenance state={props.state} />
      </Show>
      <Show when={isComparing()}>
        <CompareWith {...props} />
      </Show>
      <Show when={comparison()}>
        {(now) => <CompareResult state={props.state} comparison={now()} />}
      </Show>
      <Switch fallback={<OneMap {...props} onPin={props.pins && setPinning} />}>
        <Match when={comparison()?.status === 'shown' && comparison()?.bands}>
          {(bands) => (
            <ComparedBands
              bands={bands()}
              palette={props.state.settings.compare?.palette ?? 'vik'}
              most={comparison()?.most ?? 0}
            />
          )}
        </Match>
        <Match when={props.state.summary?.bands}>{(bands) => <Reach bands={bands()} />}</Match>
        <Match when={comparison()?.status === 'shown' && comparison()}>
          {(now) => (
            <ComparedElements
              comparison={now()}
              palette={props.state.settings.compare?.palette ?? 'vik'}
              onHighlight={props.onHighlight}
              onScrollTo={props.onScrollTo}
              onPin={props.pins && setPinning}
              filterRef={props.filterRef}
            />
          )}
        </Match>
      </Switch>
      <Show when={props.pins}>
        {(pins) => (
          <Pins
            {...pins()}
            pinning={pinning()}
            onPinned={() => setPinning(null)}
            onHighlight={props.onHighlight}
            onScrollTo={props.onScrollTo}
          />
        )}
      </Show>
      <Show when={!isComparing()}>
        <CompareWith {...props} />
        <Show when={!props.state.summary?.bands}>
          <Beside {...props} />
        </Show>
      </Show>
      <Footer
        state={props.state}
        snapshot={props.snapshot}
        onSavePng={props.onSavePng}
        onSaveReport={props.onSaveReport}
        onExportCsv={props.onExportCsv}
      />
    </>
  );
}

function OneMap(
  props: HeatShownProps & { readonly onPin: ((element: Pinnable) => void) | undefined },
): JSX.Element {
  return (
    <>
      <Show when={props.state.settings.compare === null}>
        <Zones state={props.state} wishes={props.zones} onHighlight={props.onHighlight} />
      </Show>
      <Elements
        state={props.state}
        measures={props.measures?.state ?? null}
        onHighlight={props.onHighlight}
        onScrollTo={props.onScrollTo}
        onPin={props.onPin}
        onKeys={props.onKeys}
        filterRef={props.filterRef}
      />
    </>
  );
}

const CompareWith = (props: HeatShownProps): JSX.Element => (
  <Compare
    state={props.state}
    onSettings={props.onSettings}
    onOpenPictures={props.onOpenPictures}
  />
);

/** What can be set beside the clicks of elements, below them: closed until somebody asks. */
function Beside(props: HeatShownProps): JSX.Element {
  return (
    <>
      <Show when={props.measures}>
        {(measures) => <Measures {...measures()} heat={props.state} />}
      </Show>
      <Show when={props.onTakenAway}>
        {(ask) => (
          <NoiseDifference
            state={props.state}
            onAsk={ask()}
            onHighlight={props.onHighlight}
            onScrollTo={props.onScrollTo}
          />
        )}
      </Show>
    </>
  );
}
