import { apply, get, hasOwn, isArray, ownValue, slice } from '../natives';
import { noStates } from '../tape';
import type { ConsentGlobals, NoteSignal } from './contract';

/**
 * klaro (https://klaro.org): the state of each service that is not required, and whether the person
 * has confirmed it. klaro makes a manager, and runs the page's handlers, when it is first asked for
 * one; so it is asked only after its own `render` event, when the manager is there already.
 *
 * Notes: `asking` (nothing confirmed), `stored` (confirmed before this page was opened), `saved`
 * (confirmed here).
 */
export function tapKlaro(
  win: Window,
  globals: ConsentGlobals,
  note: NoteSignal,
): { poll(): void; panelText(): string } {
  let heard: unknown;
  let config: object | null = null;
  let manager: Manager | null = null;
  let asked = false;

  const read = (): void => {
    if (manager === null || config === null) return;
    const confirmed = manager.confirmed === true;
    if (!confirmed) asked = true;
    const remark = confirmed ? (asked ? 'saved' : 'stored') : 'asking';
    note('klaro', statesOf(config, manager.consents, confirmed), remark);
  };

  const meet = (given: unknown): void => {
    const api = globals.klaro;
    const getManager = isObject(api) ? get(api, 'getManager') : undefined;
    if (!isObject(given) || typeof getManager !== 'function') return;
    const found: unknown = apply(getManager as Callable, api, [given]);
    if (!isObject(found)) return;
    config = given;
    if (manager === found) return;
    // Checked as an object; each of its members is checked where it is used.
    manager = found as Manager;
    read();
    if (typeof manager.watch !== 'function') return;
    // `confirmed` is set before `saveConsents` is told of; `consents` alone is a moved switch.
    const update = (_: unknown, name: unknown): void => {
      if (name === 'saveConsents') quietly(read);
    };
    apply(manager.watch as Callable, manager, [{ update }]);
  };

  return {
    poll() {
      const api = globals.klaro;
      if (isObject(api) && api !== heard) {
        const listen: unknown = get(api, 'addEventListener');
        if (typeof listen === 'function') {
          heard = api;
          const onRender = (given: unknown): void => {
            // The manager is made right after the event, in the same task.
            win.queueMicrotask(() => quietly(() => meet(given)));
          };
          apply(listen as Callable, api, ['render', onRender]);
        }
      }
      read();
    },
    panelText: () => (config === null ? '' : wordsOf(config, win)),
  };
}

type Callable = (...args: unknown[]) => unknown;

interface Manager {
  readonly confirmed?: unknown;
  readonly consents?: unknown;
  readonly watch?: unknown;
}

const MAX_TEXT = 20_000;
const MAX_SERVICES = 500;

function statesOf(
  config: object,
  consents: unknown,
  confirmed: boolean,
): Record<string, string | undefined> {
  const states = noStates();
  const services = ownValue(config, 'services');
  if (!isArray(services)) return states;
  for (let i = 0; i < services.length && i < MAX_SERVICES; i++) {
    const name = ownValue(services[i], 'name');
    const required = ownValue(services[i], 'required') ?? ownValue(config, 'required');
    // What cannot be refused says nothing of a choice.
    if (typeof name !== 'string' || required === true) continue;
    const granted = ownValue(consents, name) === true;
    states[name] = !confirmed ? 'unset' : granted ? 'granted' : 'denied';
  }
  return states;
}

/** What the page's own configuration says in its purpose panel, in the language that it is in. */
function wordsOf(config: object, win: Window): string {
  const lang = languageOf(config, win);
  const translations = ownValue(config, 'translations');
  const chosen = ownValue(translations, lang);
  const words =
    chosen === undefined
      ? collect(translations, 0)
      : `${collect(chosen, 0)} ${collect(ownValue(translations, 'zz'), 0)}`;
  return slice(`${words} ${collect(ownValue(config, 'services'), 0)}`, 0, MAX_TEXT);
}

function languageOf(config: object, win: Window): string {
  const stated = ownValue(config, 'lang');
  const lang = typeof stated === 'string' ? stated : win.document.documentElement.lang;
  return slice(lang, 0, 2);
}

/** Every string within, up to five levels down. Settings that are no words cost nothing. */
function collect(value: unknown, depth: number): string {
  if (typeof value === 'string') return `${slice(value, 0, 2_000)} `;
  if (!isObject(value) || depth > 5) return '';
  let words = '';
  for (const name in value) {
    if (words.length > MAX_TEXT) break;
    if (hasOwn(value, name)) words += collect(ownValue(value, name), depth + 1);
  }
  return words;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // klaro calls us: it must not see our errors.
  }
}
