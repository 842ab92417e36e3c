import Ruler from 'lucide-solid/icons/ruler';
import { For, type JSX, Show } from 'solid-js';
import type { MapErrorTold } from '../../lib/protocol/heat-kinds';
import { sayError } from '../../lib/report/say-error';
import { useTranslate } from '../ui/translate';
import css from './provenance.module.css';

/** How far the picture may be off, each kind of error by itself, and what would make it surer. */
export function HowSure(props: { readonly error: MapErrorTold }): JSX.Element {
  const t = useTranslate();
  const words = () => sayError(props.error, t);
  return (
    <details class={css.sure} data-testid="heat-error-size">
      <summary>
        <Ruler size={12} aria-hidden="true" />
        {words().total}
      </summary>
      <dl>
        <For each={words().parts}>
          {({ name, said, how }) => (
            <div>
              <dt>{name}</dt>
              <dd>
                {said}
                <small>{how}</small>
              </dd>
            </div>
          )}
        </For>
      </dl>
      <Show when={words().more}>{(more) => <p>{more()}</p>}</Show>
    </details>
  );
}
