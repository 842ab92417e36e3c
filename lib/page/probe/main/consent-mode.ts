import type { ConsentGlobals, NoteSignal } from './consent-contract';
import { apply, defineProperty, hasOwn, isArray, ownValue, setPrototypeOf } from './natives';
import { noStates } from './tape';

/**
 * Google Consent Mode v2: the commands `consent default` and `consent update` as they are pushed on
 * `dataLayer`, and the tag's own table (`google_tag_data.ics`), whose effective state is the update,
 * else the default. `wasSetLate` there says that tags ran before the default was set.
 */
export function tapConsentMode(globals: ConsentGlobals, note: NoteSignal): { poll(): void } {
  let tapped: unknown;

  const hear = (command: unknown): void => {
    if (ownValue(command, 0) !== 'consent') return;
    const action = ownValue(command, 1);
    if (action === 'default' || action === 'update')
      note('consent-mode', statesOf(command), action);
  };

  const tapQueue = (): void => {
    const queue = globals.dataLayer;
    if (!isArray(queue) || queue === tapped) return;
    tapped = queue;
    for (let i = 0; i < queue.length; i++) hear(queue[i]);
    const { push } = queue;
    const wrapper = {
      push(this: unknown, ...commands: unknown[]): unknown {
        try {
          for (let i = 0; i < commands.length; i++) hear(commands[i]);
        } catch {
          // Evidence is lost, the push is not.
        }
        return apply(push, this, commands);
      },
    }.push;
    const descriptor = { value: wrapper, writable: true, configurable: true, enumerable: false };
    setPrototypeOf(descriptor, null);
    defineProperty(queue, 'push', descriptor);
  };

  return {
    poll() {
      tapQueue();
      const table = ownValue(ownValue(globals.google_tag_data, 'ics'), 'entries');
      if (typeof table !== 'object' || table === null) return;
      const late = ownValue(ownValue(globals.google_tag_data, 'ics'), 'wasSetLate') === true;
      const states = tableStates(table);
      for (const _ in states) {
        note('consent-mode', states, late ? 'wasSetLate' : 'read');
        return;
      }
    },
  };
}

/** `{ad_storage: 'denied', wait_for_update: 500}` keeps what is granted or denied. */
function statesOf(command: unknown): Record<string, string | undefined> {
  const given = ownValue(command, 2);
  const states = noStates();
  if (typeof given !== 'object' || given === null) return states;
  for (const name in given) {
    const state = ownValue(given, name);
    if (state === 'granted' || state === 'denied') states[name] = state;
  }
  return states;
}

function tableStates(table: object): Record<string, string | undefined> {
  const states = noStates();
  for (const name in table) {
    if (!hasOwn(table, name)) continue;
    const entry = ownValue(table, name);
    const effective = ownValue(entry, 'update') ?? ownValue(entry, 'default');
    if (typeof effective === 'boolean') states[name] = effective ? 'granted' : 'denied';
  }
  return states;
}
