import type { Response } from '../../protocol/messages';
import { readAnchors, resolveAnchors } from '../anchors/resolve';
import { createPauses } from '../anchors/slices';
import { createMeasure } from './boxes';
import { dom } from './dom';
import { INTERACTIVE } from './elements';
import { labelOf, roleOf } from './labels';
import type { OverlayPorts } from './ports';
import type { ElementRefs } from './refs';

interface Surroundings {
  readonly view: Window;
  readonly ports: Pick<OverlayPorts, 'closedShadowRoot' | 'redact'>;
  readonly refs: ElementRefs;
  readonly signal: AbortSignal;
}

/** Which elements of the page these ranked selectors name, now: once, and nothing is followed. */
export async function locate(
  { view, ports, refs, signal }: Surroundings,
  anchors: readonly string[][],
): Promise<Response<'overlay.locate'>> {
  const pauses = createPauses(signal);
  const given = await readAnchors(
    anchors.map((selectors) => ({ selectors })),
    pauses,
  );
  const { closedShadowRoot, redact } = ports;
  const resolved = await resolveAnchors(view.document, given, { closedShadowRoot, signal }, pauses);
  const measure = createMeasure(view);
  const answer: Response<'overlay.locate'> = { found: [], missing: [], hidden: [] };
  const named = (element: Element) => ({
    ref: refs.of(element),
    label: labelOf(element, redact),
    role: roleOf(element),
  });
  resolved.elements.forEach((element, anchor) => {
    if (element === null) answer.missing.push(anchor);
    else if (measure(element) === null) answer.hidden.push(anchor);
    else {
      const control = dom.closest(element, INTERACTIVE);
      const around = control === null || control === element ? null : named(control);
      answer.found.push({ anchor, ...named(element), control: around });
    }
  });
  return answer;
}
