import { signalName } from '../../lib/consent/describe';
import type { Translate } from '../../lib/core/message';
import type { StorageArea, TimelineEvent } from '../../lib/protocol/timeline';
import { recorderName } from '../../lib/recorders/names';
import { formatBytes, shortUrl } from '../ui/format';

/** One event of the time line as a sentence. */
export function eventSentence(event: TimelineEvent, t: Translate): string {
  switch (event.kind) {
    case 'choice':
      return t(`ui.audit.event.choice.${event.choice}`, [
        t(event.by === 'click' ? 'ui.audit.event.byClick' : 'ui.audit.event.bySignal'),
      ]);
    case 'request': {
      const size = event.bytes === null ? '' : formatBytes(event.bytes);
      return [event.method, shortUrl(event.url), size].filter((part) => part !== '').join(' ');
    }
    case 'storage':
      return t(`ui.audit.event.storage.${event.action}`, [event.name, AREA[event.area]]);
    case 'recorder':
      return t(`ui.audit.event.recorder.${event.what}`, [recorderName(event.recorder)]);
    case 'signal':
      return t('ui.audit.event.signal', [signalName(event.signal), event.note]).trim();
    case 'banner':
      return t(event.visible ? 'ui.audit.event.bannerShown' : 'ui.audit.event.bannerHidden', [
        event.cmp,
      ]);
    case 'navigation':
      return t('ui.audit.event.navigation');
    case 'call':
      return t(`ui.audit.event.call.${event.what}`, [event.by, event.detail]);
  }
}

/** Areas go by the names of their interfaces, as developers know them. */
const AREA: Readonly<Record<StorageArea, string>> = {
  cookie: 'cookie',
  localStorage: 'localStorage',
  sessionStorage: 'sessionStorage',
  indexedDB: 'IndexedDB',
  cache: 'Cache API',
  serviceWorker: 'service worker',
};

/** Whose event it is, where that is known. */
export function eventOwner(event: TimelineEvent): string {
  const recorder = 'recorder' in event ? event.recorder : null;
  return recorder === null ? '' : recorderName(recorder);
}
