import { sentenceOf } from '../../core/errors';
import { randomId } from '../../core/ids';
import type { Message } from '../../core/message';
import { send } from '../../platform/messaging';
import { readTourSeen, writeTourSeen } from '../../platform/preferences';
import { watchTab } from '../../platform/session';
import type { MessageName, Request, Response } from '../../protocol/messages';
import type { PagesOfPattern } from '../../protocol/pages';
import {
  type SavedView,
  type ViewNotice,
  ViewNoticeSchema,
  type ViewOffer,
} from '../../protocol/views';
import { askAgainIfLost } from '../retry';
import { VIEW_NOTICE } from '../state-names';

interface Listener {
  readonly onError: (error: Message | null) => void;
  readonly onNotice: (notice: ViewNotice | null) => void;
  /** Nobody has seen the tour in this browser yet. */
  readonly onTour: () => void;
}

type Refusable<T> = Promise<T | { readonly refused: Message }>;

/** The side panel's end of views, of pages of one template, and of the tour. */
export function createViewClient(
  tabId: number,
  { onError, onNotice, onTour }: Listener,
  signal: AbortSignal,
) {
  const ask = <N extends MessageName>(name: N, request: Request<N>): Promise<Response<N>> =>
    askAgainIfLost(() => send(name, request));
  const orRefused = <T>(work: Promise<T>): Refusable<T> =>
    work.catch((cause: unknown) => ({ refused: sentenceOf(cause) }));
  /** The notice is told by session storage; that it is gone, nobody tells. */
  const act = async (work: Promise<unknown>, isOver: boolean): Promise<void> => {
    onError(null);
    try {
      await work;
      if (isOver) onNotice(null);
    } catch (cause) {
      onError(sentenceOf(cause));
    }
  };

  watchTab(VIEW_NOTICE, ViewNoticeSchema, tabId, onNotice, signal);
  ask('views.notice', { tabId }).then(onNotice, () => undefined);
  readTourSeen().then(
    (seen) => seen || onTour(),
    () => undefined,
  );

  return {
    views: {
      onOffer: (): Refusable<ViewOffer> => orRefused(ask('views.offer', { tabId })),
      onSave: (name: string, where: 'template' | 'all') =>
        orRefused(ask('views.save', { tabId, id: randomId('view'), name, where })),
      onRename: (id: string, name: string) => orRefused(ask('views.rename', { tabId, id, name })),
      onRemove: (id: string) => orRefused(ask('views.remove', { tabId, id })),
      onPutBack: (view: SavedView) => orRefused(ask('views.putBack', { tabId, view })),
      onOpen: (id: string) => void act(ask('views.open', { tabId, id }), false),
      onUndo: () => void act(ask('views.undo', { tabId }), true),
      onDismiss: () => void act(ask('views.dismiss', { tabId }), true),
    },
    pages: {
      onPropose: (): Promise<readonly string[]> =>
        ask('pages.propose', { tabId }).catch((): string[] => []),
      onMatch: (pattern: string): Refusable<PagesOfPattern> =>
        orRefused(ask('pages.match', { tabId, pattern })),
    },
    onTourSeen: () => void writeTourSeen().catch(() => undefined),
  };
}
