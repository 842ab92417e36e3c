import { choiceOf } from '../../../consent/words/choices';
import type { TimelineEvent } from '../../../protocol/timeline';
import { bannerAround, labelOf } from './banner';

type ChoiceEvent = Extract<TimelineEvent, { kind: 'choice' }>;

const LIMIT = 200;
const CONTROL = 'button, a, [role="button"], input, label, summary';

/**
 * Watches for a person's decision: a click on a control that accepts, refuses or opens settings, in
 * a consent banner. Clicks elsewhere leave no trace. `onClick` runs for each decision.
 */
export function watchChoices(
  win: Window,
  now: () => number,
  signal: AbortSignal,
  onClick: () => void,
): readonly ChoiceEvent[] {
  const events: ChoiceEvent[] = [];
  const hear = (event: Event): void => {
    const found = choiceAt(event.composedPath().filter((node) => node instanceof Element));
    if (found === null || events.length >= LIMIT) return;
    events.push({ kind: 'choice', t: now(), by: 'click', trusted: event.isTrusted, ...found });
    onClick();
  };
  win.addEventListener('click', hear, { capture: true, signal });
  return events;
}

function choiceAt(path: readonly Element[]): Pick<ChoiceEvent, 'choice' | 'selector'> | null {
  const at = path.slice(0, 6).findIndex((element) => element.matches(CONTROL));
  const control = path[at];
  if (control === undefined) return null;
  const choice = choiceOf(labelOf(control));
  if (choice === null || bannerAround(path.slice(at + 1)) === null) return null;
  return { choice, selector: shortSelector(control) };
}

/** Enough to find the control again by eye; no text of the page, no generated names. */
function shortSelector(control: Element): string {
  const id = isPlain(control.id) ? `#${control.id}` : '';
  const classes = Array.from(control.classList)
    .filter(isPlain)
    .slice(0, 2)
    .map((name) => `.${name}`);
  return `${control.localName}${id}${classes.join('')}`.slice(0, 300);
}

/** A name that somebody wrote, rather than one with a number or a hash in it. */
const isPlain = (name: string): boolean => /^[A-Za-z][A-Za-z_-]{0,40}$/.test(name);
