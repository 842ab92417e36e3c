import type { JSX } from 'solid-js';
import type { HeatSettings, HeatState } from '../../lib/protocol/heat';
import type { GivenBy, MapKind } from '../../lib/protocol/heat-kinds';
import { Select } from '../ui/Select';
import { useTranslate } from '../ui/translate';
import { abilitiesOf } from './chosen-source';

interface MapSelectProps {
  readonly state: HeatState;
  readonly onSettings: (settings: Partial<HeatSettings>) => void;
}

/** What is counted: one list of all maps that this source knows. */
export function MapSelect(props: MapSelectProps): JSX.Element {
  const t = useTranslate();
  const shown = () => {
    const { summary, settings } = props.state;
    if (summary === null) return { map: settings.map, by: settings.by };
    return { map: summary.map, by: summary.anchors > 0 ? ('element' as const) : settings.by };
  };
  const known = () => abilitiesOf(props.state)?.maps ?? [shown()];
  const value = () => {
    const { map, by } = shown();
    const same = known().filter((each) => each.map === map);
    return keyOf(same.find((each) => each.by === by) ?? same[0] ?? { map, by });
  };
  const options = () =>
    known().map((each) => {
      const alone = known().filter(({ map }) => map === each.map).length === 1;
      const isByElement = each.by === 'element' && !alone;
      return {
        value: keyOf(each),
        label: t(isByElement ? `ui.heat.map.${each.map}ByElement` : `ui.heat.map.${each.map}`),
        hint: t(isByElement ? 'ui.heat.map.byElementHint' : `ui.heat.map.${each.map}Hint`),
      };
    });
  return (
    <Select
      label={t('ui.heat.map.label')}
      labelHidden
      options={options()}
      value={value()}
      onChange={(key) => {
        const chosen = known().find((each) => keyOf(each) === key);
        if (chosen !== undefined) props.onSettings({ map: chosen.map, by: chosen.by });
      }}
      disabled={abilitiesOf(props.state) === null}
      testId="heat-map"
    />
  );
}

const keyOf = ({ map, by }: { readonly map: MapKind; readonly by: GivenBy }): string =>
  `${map} ${by}`;
