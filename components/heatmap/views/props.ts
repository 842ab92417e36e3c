import type { Message } from '../../../lib/core/message';
import type { SavedView, ViewNotice, ViewOffer } from '../../../lib/protocol/views';

/** What an offer comes to: what there is, or the sentence that says why not. */
export type Offered = ViewOffer | { readonly refused: Message };

/** Views of the page in the tab: asked for when somebody looks. */
export interface ViewsProps {
  readonly onOffer: () => Promise<Offered>;
  readonly onSave: (name: string, where: 'template' | 'all') => Promise<Offered>;
  readonly onRename: (id: string, name: string) => Promise<Offered>;
  readonly onRemove: (id: string) => Promise<Offered>;
  readonly onPutBack: (view: SavedView) => Promise<Offered>;
  readonly onOpen: (id: string) => void;
  /** Back to what was set before the view was opened. */
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

export interface NoticeProps extends Pick<ViewsProps, 'onUndo' | 'onDismiss'> {
  readonly notice: ViewNotice;
}
