import Pin from 'lucide-solid/icons/pin';
import type { Translate } from '../../../lib/core/message';
import { IconButton } from '../../ui/Button';
import type { Column } from '../../ui/Table';
import type { Pinnable } from './props';

/** From a row of a table to a note on its element; nothing, where no note can be kept. */
export const pinColumn = <R,>(
  t: Translate,
  elementOf: (row: R) => Pinnable,
  onPin: ((element: Pinnable) => void) | undefined,
): Column<R>[] =>
  onPin === undefined
    ? []
    : [
        {
          id: 'pin',
          title: t('ui.heat.pins.pin'),
          titleHidden: true,
          width: '44px',
          cell: (row) => (
            <IconButton
              icon={Pin}
              label={t('ui.heat.pins.pinOn', [elementOf(row).label || elementOf(row).role])}
              onClick={(event) => {
                // The row below would scroll the page.
                event.stopPropagation();
                onPin(elementOf(row));
              }}
              onKeyDown={(event) => event.stopPropagation()}
            />
          ),
        },
      ];
