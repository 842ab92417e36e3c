import { type Message, message } from '../core/message';
import { sha256Hex } from '../core/sha256';
import { canonicalJson } from '../masking/canonical-json';
import type { AuditResult, Clearance } from '../protocol/findings';
import type { RecorderId, RecorderState } from '../protocol/recorders';
import { matchesPath, pathOf, scopeOf } from './scope';

export interface Terms {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** How long it holds; 30 days unless said otherwise. */
  readonly days?: number;
  /** Redacted URLs of pages of one kind whose audits were clear, this one among them. */
  readonly pages?: readonly string[];
  /** Exposure signatures of states of the page that were seen, and were clear. */
  readonly states?: readonly string[];
}

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 30;

/** The dated, scoped permission to record; null for every verdict but a clear one. */
export function issueClearance(result: AuditResult, terms: Terms): Clearance | null {
  if (result.verdict !== 'clear' || result.partial || result.recorders.length === 0) return null;
  const { origin, path } = pathOf(result.url);
  return {
    id: terms.id,
    origin,
    path: scopeOf(path, pathsOf(origin, terms.pages ?? [])),
    recorders: recorderIds(result.recorders),
    optionsDigest: optionsDigest(result.recorders),
    exposureSignature: result.exposureSignature,
    ruleSet: result.ruleSet,
    ...(result.scope === 'masking' ? { scope: 'masking' as const } : {}),
    statesSeen: [...new Set([result.exposureSignature, ...(terms.states ?? [])])],
    issued: terms.now,
    expires: terms.now + (terms.days ?? DEFAULT_DAYS) * DAY_MS,
  };
}

/** Whether a clearance still holds for what an audit has just seen, and if not, why. */
export function holds(
  clearance: Clearance,
  result: AuditResult,
  now: number,
): { readonly holds: boolean; readonly because: Message } {
  const because = voidBecause(clearance, result, now);
  if (because) return { holds: false, because };
  const until = new Date(clearance.expires).toISOString().slice(0, 10);
  return { holds: true, because: message('audit.void.holds', until) };
}

/** Recorders and the options that decide about capture, as one digest. */
export function optionsDigest(recorders: readonly RecorderState[]): string {
  const facts = recorders
    .map(({ id, version, options }) => ({ id, major: version?.split('.')[0] ?? null, options }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return sha256Hex(canonicalJson(facts));
}

function voidBecause(clearance: Clearance, result: AuditResult, now: number): Message | null {
  const { origin, path } = pathOf(result.url);
  if (now >= clearance.expires || now < clearance.issued) return message('audit.void.expired');
  if (clearance.origin !== origin || !matchesPath(clearance.path, path)) {
    return message('audit.void.origin', `${clearance.origin}${clearance.path}`);
  }
  if (clearance.ruleSet !== result.ruleSet) {
    return message('audit.void.ruleSet', clearance.ruleSet, result.ruleSet);
  }
  if (clearance.scope === 'masking' && result.scope !== 'masking') {
    return message('audit.void.scope');
  }
  if (clearance.recorders.join() !== recorderIds(result.recorders).join()) {
    return message('audit.void.recorders');
  }
  if (clearance.optionsDigest !== optionsDigest(result.recorders)) {
    return message('audit.void.options');
  }
  if (!clearance.statesSeen.includes(result.exposureSignature)) {
    return message('audit.void.signature');
  }
  return result.verdict === 'blocked' ? message('audit.void.verdict') : null;
}

const recorderIds = (recorders: readonly RecorderState[]): RecorderId[] =>
  recorders.map(({ id }) => id).sort();

function pathsOf(origin: string, pages: readonly string[]): string[] {
  return pages
    .map(pathOf)
    .filter((page) => page.origin === origin)
    .map(({ path }) => path);
}
