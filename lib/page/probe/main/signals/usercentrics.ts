import { ownValue, whenSettled } from '../natives';
import { noStates } from '../tape';
import type { ReadSignal } from './contract';
import { tellDecisions } from './decisions';
import { ask, eachItem, eachName, find, isObject, put } from './read';

/**
 * Usercentrics: `UC_UI.getServicesBaseInfo()` (https://usercentrics.com/docs/web/v2/api/) and in its
 * third version `__ucCmp.getConsentDetails()`, a promise (https://usercentrics.com/docs/web/v3/api/).
 * By a service's name; essential ones are left out. A consent of the type `implicit` is a default.
 */
export const readUsercentrics: ReadSignal = ({ globals, note }) => {
  const tell = tellDecisions('usercentrics', note, null);

  const hear = (details: unknown): void => {
    const states = noStates();
    let isExplicit = ownValue(ownValue(details, 'consent'), 'type') === 'EXPLICIT';
    eachName(ownValue(details, 'services'), (_, service) => {
      const consent = ownValue(service, 'consent');
      if (!isObject(consent) || isEssential(service)) return;
      if (ownValue(consent, 'type') === 'EXPLICIT') isExplicit = true;
      put(states, ownValue(service, 'name'), ownValue(consent, 'given') === true);
    });
    tell(states, isExplicit);
  };

  return () => {
    if (typeof find(globals.__ucCmp, 'getConsentDetails') === 'function') {
      const found = ask(globals.__ucCmp, 'getConsentDetails');
      // What is no promise of the platform's own throws, and is none of Usercentrics'.
      whenSettled(found as Promise<unknown>, (details) => quietly(hear, details), nothing);
      return;
    }
    const api = globals.UC_UI;
    if (typeof find(api, 'getServicesBaseInfo') !== 'function') return;
    if (ask(api, 'isInitialized') !== true) return;
    const states = noStates();
    let isExplicit = false;
    eachItem(ask(api, 'getServicesBaseInfo'), (service) => {
      const consent = ownValue(service, 'consent');
      if (!isObject(consent) || isEssential(service)) return;
      eachItem(ownValue(consent, 'history'), (entry) => {
        if (ownValue(entry, 'type') === 'explicit') isExplicit = true;
      });
      put(states, ownValue(service, 'name'), ownValue(consent, 'status') === true);
    });
    tell(states, isExplicit);
  };
};

function isEssential(service: unknown): boolean {
  const category = ownValue(service, 'categorySlug') ?? ownValue(service, 'category');
  return (
    category === 'essential' ||
    ownValue(service, 'isEssential') === true ||
    ownValue(service, 'essential') === true
  );
}

const nothing = (): void => {};

function quietly(work: (data: unknown) => void, data: unknown): void {
  try {
    work(data);
  } catch {
    // A callback that throws would show up as the page's unhandled rejection.
  }
}
