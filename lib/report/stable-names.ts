import { redactText } from './redact-text';
import { looksRandom } from './shapes';

/** Whether an id or a name was written by a person and says nothing about one. */
export function isStableName(name: string): boolean {
  return (
    /^[A-Za-z][\w.[\]-]{0,59}$/.test(name) &&
    !/\d{3}/.test(name) &&
    !looksRandom(name) &&
    !isGenerated(name) &&
    redactText(name) === name
  );
}

/**
 * The classes that name what an element is, at most two of them, without what changes with its state
 * or its place: `row row--unread odd is-open css-1x9k2z` is `row`.
 */
export function stableClasses(classNames: readonly string[]): readonly string[] {
  const stable: string[] = [];
  for (const name of classNames) {
    // `\d+$` looks at a long row of digits again from each of them.
    if (name.length > MAX_CLASS) continue;
    const base = name.replace(/(?:--|__?is-).*$/, '').replace(/[-_]?\d+$/, '');
    if (!/^[A-Za-z][\w-]{1,39}$/.test(base) || /\d/.test(base)) continue;
    if (STATE.test(base) || UTILITY.test(name) || isGenerated(name)) continue;
    if (!stable.includes(base)) stable.push(base);
    if (stable.length === 2) break;
  }
  return stable;
}

/** Twice as long as a class that is kept, with what is cut off it. */
const MAX_CLASS = 100;

/** A name without its numbers and generated parts: `address_2_line` is `address__line`. */
export function withoutNumbers(name: string): string {
  return name.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/gi, '');
}

/** Ids and classes of common generators: React, Radix, styled-components, emotion, CSS modules. */
function isGenerated(name: string): boolean {
  if (/^(?:css|sc|jss|jsx|svelte|radix|headlessui|mui|ember|ng|ext-gen|yui|gwt)[-_:]/.test(name)) {
    return true;
  }
  const last = name.split(/[-_]/).at(-1) ?? '';
  return last.length >= 5 && last.length < name.length && /\d/.test(last) && /[A-Za-z]/.test(last);
}

const STATE =
  /^(?:is|has|js|not)-|^(?:active|selected|current|checked|disabled|enabled|open|opened|closed|expanded|collapsed|visible|hidden|show|shown|hide|focus|focused|hover|hovered|pressed|loading|loaded|error|invalid|valid|dirty|touched|pristine|new|read|unread|seen|unseen|online|offline|away|pinned|muted|starred|odd|even|first|last|me|mine|own|self|their|theirs|them|other|others|incoming|outgoing|inbound|outbound|sent|received|left|right|in|out|from-me|from-them|highlight|highlighted|sticky|stuck|animate|animating|fade|dragging|editing|edited|deleted|pending|failed|delivered)$/i;

/** Utility classes (Tailwind and its like) say how an element looks, not what it is. */
const UTILITY =
  /[:[\]/!]|^-?(?:m|p|mx|my|mt|mb|ml|mr|px|py|pt|pb|pl|pr|w|h|min|max|text|font|bg|border|rounded|shadow|flex|grid|gap|space|items|justify|self|content|order|col|row|top|left|right|bottom|inset|z|opacity|overflow|leading|tracking|divide|ring|cursor|select|transition|duration|ease|object|list|whitespace|break|align|float|d|sr|fw|fs|lh)-[\w.-]+$|^(?:flex|grid|block|inline|hidden|relative|absolute|fixed|sticky|static|truncate|underline|italic|uppercase|container|clearfix)$/;
