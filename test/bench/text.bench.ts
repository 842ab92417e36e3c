import { recognise } from '../../lib/pii';
import { pageTexts } from './texts';

/**
 * Megabytes of page text a second, ours beside two packages that redact by patterns, over the same
 * texts in turns. Measured in processor time, since a busy machine stretches the clock.
 */
export async function benchText(): Promise<Record<string, number>> {
  const texts = pageTexts(CHARACTERS);
  const runs: Record<string, (text: string) => unknown> = {
    'text.mb_per_s': recognise,
    'text.mb_per_s_remove_pii': await removePii(),
    'text.mb_per_s_redactpii': await redactPii(),
  };
  const best: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const [key, run] of Object.entries(runs)) {
      best[key] = Math.max(best[key] ?? 0, megabytesPerSecond(texts, run));
    }
  }
  return best;
}

const CHARACTERS = 1_000_000;
const ROUNDS = 6;

function megabytesPerSecond(texts: readonly string[], run: (text: string) => unknown): number {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const before = process.cpuUsage();
  for (const text of texts) run(text);
  const { user, system } = process.cpuUsage(before);
  return bytes / Math.max(1, user + system);
}

interface RemovePii {
  removePII(text: string): string;
}

/** By name, so that only whoever measures needs the packages. */
async function removePii(): Promise<(text: string) => string> {
  const name = '@coffeeandfun/remove-pii';
  const { removePII }: RemovePii = await import(name);
  return (text) => removePII(text);
}

interface RedactPii {
  readonly Redactor: new () => { redact(text: string): string };
}

async function redactPii(): Promise<(text: string) => string> {
  const name = '@redactpii/node';
  const { Redactor }: RedactPii = await import(name);
  const redactor = new Redactor();
  return (text) => redactor.redact(text);
}
