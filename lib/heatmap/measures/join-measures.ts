import type { Figures, MeasuredElement, Measures, MeasuresState } from '../../protocol/measures';
import type { Response } from '../../protocol/messages';

type Located = Response<'overlay.locate'>;

/**
 * Measures by the page's elements. What is about a press (INP, conversion) belongs to the control that was
 * pressed: its recorder may name the icon inside. What is about a look (LCP, CLS) stays with the element
 * itself. Where two name the same element, percentiles and shares cannot be joined: the one with more
 * people behind it is shown.
 *
 * @param redact - Selectors may hold what is about a person; what is missing is listed by them.
 */
export function joinMeasures(
  elements: Measures['elements'],
  { found, missing, hidden }: Located,
  redact: (text: string) => string,
): Pick<MeasuresState, 'elements' | 'missing' | 'hidden' | 'examples'> {
  const byRef = new Map<number, Joined>();
  const at = ({ ref, label, role }: Named): Mutable => {
    const known = byRef.get(ref);
    if (known !== undefined) return known.figures;
    const figures: Mutable = { inp: null, lcp: null, cls: null, conversion: null, withheld: false };
    byRef.set(ref, { ref, label, role, figures });
    return figures;
  };
  for (const { anchor, control, ...element } of found) {
    const figures = elements[anchor]?.figures;
    if (figures === undefined) continue;
    const own = at(element);
    const pressed = control === null ? own : at(control);
    own.lcp = stronger(own.lcp, figures.lcp);
    own.cls = stronger(own.cls, figures.cls);
    pressed.inp = stronger(pressed.inp, figures.inp);
    pressed.conversion = stronger(pressed.conversion, figures.conversion);
    pressed.withheld ||= figures.withheld;
  }
  const absent = [...new Set(missing)].flatMap((anchor) => elements[anchor] ?? []);
  return {
    elements: [...byRef.values()].filter(({ figures }) => !isEmpty(figures)),
    missing: absent.length,
    hidden: new Set(hidden).size,
    examples: absent
      .slice(0, MOST_EXAMPLES)
      .map(({ selectors }) => redact(selectors[0] ?? '').slice(0, 300)),
  };
}

const MOST_EXAMPLES = 20;

type Named = Pick<MeasuredElement, 'ref' | 'label' | 'role'>;
type Mutable = { -readonly [K in keyof Figures]: Figures[K] };
type Joined = Named & { readonly figures: Mutable };

const stronger = <F extends { readonly people: number }>(a: F | null, b: F | null): F | null =>
  a === null || (b !== null && b.people > a.people) ? b : a;

const isEmpty = ({ inp, lcp, cls, conversion }: Figures): boolean =>
  inp === null && lcp === null && cls === null && conversion === null;
