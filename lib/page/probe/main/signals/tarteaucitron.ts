import { indexOf, ownValue, slice } from '../natives';
import { noStates } from '../tape';
import type { ReadSignal, States } from './contract';
import { tellDecisions } from './decisions';
import { eachName, isEmpty, put } from './read';

/**
 * tarteaucitron (https://github.com/AmauriC/tarteaucitron.js): its cookie says of each service
 * `true`, `false` or `wait`: `!gtag=true!hotjar=wait`. Where the page keeps it under another name,
 * `tarteaucitron.state` says it of those that somebody decided.
 */
export const readTarteaucitron: ReadSignal = ({ globals, note, cookie }) => {
  const kept = (): string | null => {
    const name = ownValue(ownValue(globals.tarteaucitron, 'parameters'), 'cookieName');
    return cookie(typeof name === 'string' ? slice(name, 0, 100) : 'tarteaucitron');
  };
  const hasDecided = (): boolean => {
    const text = kept();
    return text !== null && (indexOf(text, '=true') !== -1 || indexOf(text, '=false') !== -1);
  };
  const tell = tellDecisions('tarteaucitron', note, hasDecided);
  return () => {
    const text = kept();
    const states = text === null ? statesOf(globals.tarteaucitron) : cookieStates(text);
    if (!isEmpty(states)) tell(states, text === null || hasDecided());
  };
};

const MAX_LENGTH = 4_000;

function cookieStates(value: string): States {
  const states = noStates();
  const text = slice(value, 0, MAX_LENGTH);
  for (let from = indexOf(text, '!'); from !== -1; ) {
    const next = indexOf(text, '!', from + 1);
    const end = next === -1 ? text.length : next;
    const equals = indexOf(text, '=', from);
    if (equals !== -1 && equals < end) {
      const name = slice(text, from + 1, equals);
      const state = slice(text, equals + 1, end);
      put(states, name, state === 'true');
      if (state === 'wait' && states[name] !== undefined) states[name] = 'unset';
    }
    from = next;
  }
  return states;
}

function statesOf(api: unknown): States {
  const states = noStates();
  eachName(ownValue(api, 'state'), (name, state) => {
    if (typeof state === 'boolean') put(states, name, state);
  });
  return states;
}
