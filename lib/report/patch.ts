import type { RecorderId } from '../protocol/recorders';
import type { AuditFile, AuditFileFinding } from './audit-file-schema';
import { openFindings } from './formats/contract';
import { mergeOptions } from './merge-options';

/** All that would mend the open findings of some pages, each change once. */
export interface Patch {
  readonly pages: readonly string[];
  readonly recorders: readonly RecorderPatch[];
}

export interface RecorderPatch {
  readonly id: RecorderId;
  readonly name: string;
  /** Lines for the vendor's own init call. */
  readonly options: readonly string[];
  /** Further lines that set the same options to something else: a person has to join them. */
  readonly clashing: readonly string[];
  /** Classes and attributes for elements. */
  readonly marks: readonly PatchMark[];
  /** Changes of the page's own markup, where no mark reaches. */
  readonly markup: readonly PatchMark[];
  /** Findings that nothing plain would mend. */
  readonly without: number;
}

export interface PatchMark {
  /** `class="rr-mask"`. */
  readonly text: string;
  readonly effect: string;
  readonly elements: readonly PatchElement[];
}

export interface PatchElement {
  readonly selector: string;
  /** How many of its kind there are on a page, at most. */
  readonly places: number;
  readonly pages: readonly string[];
}

/**
 * One minimal patch for all pages audited, per recorder. An element inside another one that gets the
 * same mark needs none of its own, since marks count for what is below them.
 */
export function patchOf(audits: readonly AuditFile[]): Patch {
  const names = new Map(
    audits.flatMap(({ recorders }) => recorders.map(({ id, name }) => [id, name])),
  );
  const open = audits.flatMap((audit) =>
    openFindings(audit)
      .filter((finding) => finding.half === 'masking' && !isOfFurtherSetup(finding))
      .map((finding) => ({ ...finding, page: audit.url })),
  );
  const byRecorder = groupBy(open, ({ recorder }) => recorder);
  return {
    pages: [...new Set(audits.map(({ url }) => url))],
    recorders: [...byRecorder].flatMap(([id, findings]) =>
      id === null ? [] : [recorderPatch(id, names.get(id) ?? id, findings)],
    ),
  };
}

/** A patch mends what a recorder runs with, not the option sets that it was compared with. */
const isOfFurtherSetup = ({ recorder, setup }: AuditFileFinding): boolean =>
  setup !== undefined && setup !== recorder;

type OpenFinding = AuditFileFinding & { readonly page: string };

function recorderPatch(
  id: RecorderId,
  name: string,
  findings: readonly OpenFinding[],
): RecorderPatch {
  const of = (...kinds: readonly string[]) =>
    findings.filter(({ fix }) => fix !== null && kinds.includes(fix.kind));
  const { lines, clashing } = mergeOptions(of('option').flatMap(({ fix }) => fix?.text ?? []));
  return {
    id,
    name,
    options: lines,
    clashing,
    marks: marksOf(of('class', 'attribute'), outermost),
    markup: marksOf(of('markup'), (all) => all),
    without: findings.filter(({ fix }) => fix === null).length,
  };
}

function marksOf(
  findings: readonly OpenFinding[],
  needed: (all: readonly OpenFinding[]) => readonly OpenFinding[],
): PatchMark[] {
  const byText = groupBy(findings, ({ fix }) => fix?.text ?? '');
  return [...byText].map(([text, same]) => ({
    text,
    effect: same[0]?.fix?.effect ?? '',
    elements: [...groupBy(needed(same), ({ target }) => target.selector)].map(
      ([selector, there]) => ({
        selector,
        places: Math.max(...there.map(({ places }) => places)),
        pages: [...new Set(there.map(({ page }) => page))],
      }),
    ),
  }));
}

/** Those that are in none of the others, on the same page and in the same frame. */
function outermost(all: readonly OpenFinding[]): OpenFinding[] {
  const byDocument = groupBy(all, ({ page, target }) => `${page}\n${target.frame}`);
  return [...byDocument.values()].flatMap((same) => {
    const selectors = [...new Set(same.map(({ target }) => target.selector))];
    return same.filter(
      ({ target }) => !selectors.some((outer) => target.selector.startsWith(`${outer} > `)),
    );
  });
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
