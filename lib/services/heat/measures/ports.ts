import type { Measures, MeasuresState } from '../../../protocol/measures';
import type { HeatPorts, PerTab } from '../ports';

/** Measures of a tab, and the page that a source was asked for; null: a file, which is for any page. */
export interface KeptMeasures {
  readonly measures: Measures;
  readonly shownOn: string | null;
}

/** What measures need of the browser and the network: a part of what heat needs, and two stores. */
export interface MeasuresPorts {
  readonly heat: Pick<
    HeatPorts,
    | 'asked'
    | 'clock'
    | 'fetch'
    | 'hasGrant'
    | 'page'
    | 'policy'
    | 'secret'
    | 'shown'
    | 'sources'
    | 'states'
  >;
  readonly states: PerTab<MeasuresState>;
  readonly kept: PerTab<KeptMeasures>;
}
