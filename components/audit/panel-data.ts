import { type Accessor, createSignal } from 'solid-js';
import type { WalkProps, WalkUi } from '../consent/props';
import { createNews } from '../ui/news';
import type { AuditPanelProps } from './AuditPanel';

type Data = { readonly walkUi: WalkUi | null; readonly hot: WalkProps['hot'] } & Pick<
  AuditPanelProps,
  'state' | 'pages' | 'error' | 'exceptions' | 'hold' | 'heat' | 'traffic' | 'proof'
>;

/** What the panel shows, and who sets it: each part is a signal of its own. */
export function createPanelData() {
  const [state, onState] = createNews<Data['state']>(null);
  const [pages, onPages] = createNews<Data['pages']>([]);
  const [error, onError] = createSignal<Data['error']>(null);
  const [exceptions, onExceptions] = createNews<Data['exceptions']>(null);
  const [hold, onHold] = createNews<Data['hold']>(null);
  const [traffic, onTraffic] = createNews<Data['traffic']>(null);
  const [proof, onProof] = createNews<Data['proof']>(null);
  const [hot, onHot] = createNews<Data['hot']>(null);
  // These hold maps, of which keeping what is equal knows nothing.
  const [heat, onHeat] = createSignal<Data['heat']>(null);
  const [walkUi, onWalk] = createSignal<WalkUi | null>(null);
  const parts = { state, pages, error, exceptions, hold, heat, traffic, proof, walkUi, hot };
  const told = { onState, onPages, onError, onExceptions, onHold, onHeat, onTraffic, onProof };
  return { data: live(parts), listener: { ...told, onWalk, onHot } };
}

/** Properties that are read when they are asked for, so that a view depends on those alone. */
function live(parts: { readonly [K in keyof Data]: Accessor<Data[K]> }): Data {
  return {
    get state() {
      return parts.state();
    },
    get pages() {
      return parts.pages();
    },
    get error() {
      return parts.error();
    },
    get exceptions() {
      return parts.exceptions();
    },
    get hold() {
      return parts.hold();
    },
    get heat() {
      return parts.heat();
    },
    get traffic() {
      return parts.traffic();
    },
    get proof() {
      return parts.proof();
    },
    get walkUi() {
      return parts.walkUi();
    },
    get hot() {
      return parts.hot();
    },
  };
}
