import type { JSX } from 'solid-js';
import type { RecorderId } from '../../lib/protocol/recorders';
import { recorderName } from '../../lib/recorders/names';
import { Select } from '../ui/Select';
import { useTranslate } from '../ui/translate';

interface RecorderSelectProps {
  readonly recorders: readonly RecorderId[];
  /** Null: all of them. */
  readonly value: RecorderId | null;
  readonly onChange: (recorder: RecorderId | null) => void;
}

export function RecorderSelect(props: RecorderSelectProps): JSX.Element {
  const t = useTranslate();
  return (
    <Select<string>
      label={t('ui.audit.filter.recorder')}
      labelHidden
      options={[
        { value: 'all', label: t('ui.audit.filter.allRecorders') },
        ...props.recorders.map((id) => ({ value: id as string, label: recorderName(id) })),
      ]}
      value={props.value ?? 'all'}
      onChange={(value) => props.onChange(props.recorders.find((id) => id === value) ?? null)}
      testId="walk-recorder"
    />
  );
}
