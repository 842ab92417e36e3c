import ChevronRight from 'lucide-solid/icons/chevron-right';
import { createEffect, createMemo, createSignal, type JSX, on, Show } from 'solid-js';
import type { Message } from '../../../lib/core/message';
import type { PagesOfPattern } from '../../../lib/protocol/pages';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Text, useTranslate } from '../../ui/translate';
import { PageList } from './PageList';
import css from './patterns.module.css';
import type { PagesProps } from './props';

interface PatternRowProps {
  readonly pattern: string;
  readonly isSet: boolean;
  /** What its pages are asked with: map, days, widths, filters. A list that was asked with others is closed. */
  readonly asked: string;
  readonly onUse: () => void;
  readonly onMatch: PagesProps['onMatch'];
}

/** A pattern, and the pages that it holds: asked for when somebody looks, not before. */
export function PatternRow(props: PatternRowProps): JSX.Element {
  const t = useTranslate();
  const [open, setOpen] = createSignal(false);
  const [found, setFound] = createSignal<PagesOfPattern | null>(null);
  const [refused, setRefused] = createSignal<Message | null>(null);
  const asked = createMemo(() => props.asked);
  createEffect(on(asked, () => setOpen(false), { defer: true }));
  const toggle = async (): Promise<void> => {
    setOpen(!open());
    if (!open()) return;
    setFound(null);
    setRefused(null);
    const before = asked();
    const answer = await props.onMatch(props.pattern);
    if (before !== asked()) return;
    if ('refused' in answer) setRefused(answer.refused);
    else setFound(answer);
  };
  return (
    <li class={css.row}>
      <div class={css.head}>
        <button
          type="button"
          class={css.toggle}
          aria-expanded={open()}
          onClick={() => void toggle()}
          data-testid="pattern-pages"
        >
          <ChevronRight size={13} aria-hidden="true" data-open={open() || undefined} />
          <span>{props.pattern}</span>
        </button>
        <Show
          when={!props.isSet}
          fallback={<Badge tone="ours">{t('ui.heat.patterns.used')}</Badge>}
        >
          <Button
            kind="quiet"
            onClick={() => props.onUse()}
            aria-label={t('ui.heat.patterns.useThis', [props.pattern])}
          >
            {t('ui.heat.patterns.use')}
          </Button>
        </Show>
      </div>
      <Show when={open()}>
        <div class={css.body} aria-live="polite" aria-busy={found() === null && refused() === null}>
          <Show when={refused()}>{(said) => <Text of={said()} />}</Show>
          <Show when={found() === null && refused() === null}>
            <p>{t('ui.heat.patterns.reading')}</p>
          </Show>
          <Show when={found()}>{(pages) => <PageList found={pages()} />}</Show>
        </div>
      </Show>
    </li>
  );
}
