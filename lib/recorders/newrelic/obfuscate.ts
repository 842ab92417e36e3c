import { message } from '../../core/message';
import type { AskedValue, Judgement } from '../contract';
import { isFunctionMark, isObject, isUndefinedMark } from '../json';
import { masked, unknown } from '../judgements';
import { recorderName } from '../names';

/** Kinds of events that a value is sent with, as `eventFilter` of a rule names them. */
export type EventType = 'Log' | 'AjaxRequest' | 'UserAction' | 'SessionTrace';

const NAME = recorderName('newrelic');

/**
 * What `init.obfuscate` leaves of a value that is sent beside the recording. Its rules rewrite every
 * text of an event, one after another. Their patterns are the page's and are not run: what a pattern
 * may touch can't be told, unless it takes all or is a text that does not occur.
 *
 * @param types every kind of event that the value goes out with; all of them have to be covered.
 */
export function obfuscated(
  judged: Judgement,
  rules: unknown,
  types: readonly EventType[],
  asked: AskedValue | undefined,
): Judgement {
  if (judged.capture !== 'plain' || rules === undefined || isUndefinedMark(rules)) return judged;
  const effects = types.map((type) => effectOn(asked, rulesFor(rules, type)));
  if (effects.includes('none')) return judged;
  return effects.every((effect) => effect === 'all')
    ? masked(message('recorder.because.newrelic.obfuscated', NAME))
    : unknown(message('recorder.because.newrelic.mayBeObfuscated', NAME), judged.fix);
}

type Effect = 'none' | 'some' | 'all';

/** Rules that the agent applies to one kind of event; null: they could not be read. */
function rulesFor(rules: unknown, type: EventType): readonly unknown[] | null {
  if (!Array.isArray(rules)) return rules ? null : [];
  const given: readonly unknown[] = rules;
  const named = given.filter((rule) => filterOf(rule)?.includes(type));
  // Measured: where a rule names clicks, all rules count for them, whatever else those name.
  if (type === 'UserAction' && named.length > 0) return given;
  return given.filter((rule) => filterOf(rule) === null || named.includes(rule));
}

/** Null: the rule holds for all events. */
function filterOf(rule: unknown): readonly unknown[] | null {
  const filter = isObject(rule) ? rule.eventFilter : undefined;
  return Array.isArray(filter) && filter.length > 0 ? filter : null;
}

function effectOn(asked: AskedValue | undefined, rules: readonly unknown[] | null): Effect {
  if (rules === null) return 'some';
  const effects = rules.map((rule) => effectOf(rule, asked));
  if (effects.includes('all')) return 'all';
  return effects.includes('some') ? 'some' : 'none';
}

/** A rule that the agent finds no fault with needs a text or a pattern, and a text in its place. */
function effectOf(rule: unknown, asked: AskedValue | undefined): Effect {
  if (!isObject(rule)) return 'none';
  if (rule.cut === true) return 'some';
  const { regex, replacement } = rule;
  const isText = typeof replacement === 'string';
  if (replacement && !isText && !isUndefinedMark(replacement)) {
    return isObject(replacement) && replacement.cut === true ? 'some' : 'none';
  }
  if (typeof regex === 'string') return asked && !asked.whole.includes(regex) ? 'none' : 'some';
  if (!isObject(regex) || isUndefinedMark(regex) || isFunctionMark(regex)) return 'none';
  if (typeof regex.pattern !== 'string' || typeof regex.flags !== 'string') {
    return regex.cut === true ? 'some' : 'none';
  }
  const keepsNothing = !isText || !replacement.includes('$');
  return keepsNothing && takesAll(regex.pattern, regex.flags) ? 'all' : 'some';
}

/** Patterns that leave nothing of any text, whatever its lines. */
function takesAll(pattern: string, flags: string): boolean {
  if (flags.includes('y')) return false;
  if (/^\(?\[(\\s\\S|\\S\\s|\^)\][*+]\)?$/.test(pattern)) return true;
  return /^\(?\.[*+]\)?$/.test(pattern) && /[gs]/.test(flags);
}
