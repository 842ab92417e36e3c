import { createSignal } from 'solid-js';
import type { Message } from '../../lib/core/message';
import type { Response } from '../../lib/protocol/messages';
import type { SnapshotList } from '../../lib/protocol/snapshots';
import type { AutopsyState } from '../../lib/wire/autopsy/progress';
import { createNews } from '../ui/news';

/** What the workspace is told as it changes: who tells it, and where the workspace reads it. */
export function createWorkspaceTold() {
  const [sources, onSources] = createNews<Response<'sources.list'> | null>(null);
  const [clearances, onClearances] = createNews<Response<'clearances.list'> | null>(null);
  const [policy, onPolicy] = createNews<Response<'policy.read'> | null>(null);
  const [error, onError] = createSignal<Message | null>(null);
  const [autopsy, onAutopsy] = createSignal<AutopsyState>({ at: 'empty' });
  const [snapshots, onSnapshots] = createSignal<SnapshotList | null>(null);
  return {
    listener: { onSources, onClearances, onPolicy, onError, onAutopsy, onSnapshots },
    told: { sources, clearances, policy, error, autopsy, snapshots },
  };
}
