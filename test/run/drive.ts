import type { Page } from 'playwright';
import * as v from 'valibot';
import { createTranslator } from '../../lib/core/translator';
import { type AuditState, AuditStateSchema } from '../../lib/protocol/audit';
import { type HeatState, HeatStateSchema } from '../../lib/protocol/heat';
import type { MessageName, Request } from '../../lib/protocol/messages';

/** Sends a message of the protocol from one of the extension's own pages. Throws the error's sentence. */
export async function ask<N extends MessageName>(
  ownPage: Page,
  name: N,
  request: Request<N>,
): Promise<unknown> {
  const answer: unknown = await ownPage.evaluate((call) => chrome.runtime.sendMessage(call), {
    hushmap: 1,
    name,
    request,
  });
  const envelope = v.parse(EnvelopeSchema, answer);
  if (envelope.error === undefined) return envelope.value;
  const { code, params } = envelope.error;
  // Whatever code a newer extension may send, the worst that an unknown one does is an empty sentence.
  const id = `error.${code}` as Parameters<typeof translate>[0];
  throw new Error(translate(id, params) || code);
}

const translate = createTranslator();

const EnvelopeSchema = v.object({
  value: v.optional(v.unknown()),
  error: v.optional(
    v.object({ code: v.string(), params: v.array(v.union([v.string(), v.number()])) }),
  ),
});

export async function heatState(ownPage: Page, tabId: number): Promise<HeatState> {
  return v.parse(HeatStateSchema, await ask(ownPage, 'heat.state', { tabId }));
}

export async function auditState(ownPage: Page, tabId: number): Promise<AuditState> {
  return v.parse(AuditStateSchema, await ask(ownPage, 'audit.state', { tabId }));
}

/** Waits until `holds`; past the limit it throws what was there last. */
export async function waitFor<T>(
  read: () => Promise<T>,
  holds: (value: T) => boolean,
  what: string,
  limitMs = 90_000,
): Promise<T> {
  const end = Date.now() + limitMs;
  let last = await read();
  while (!holds(last)) {
    if (Date.now() > end) throw new Error(`${what} did not happen. Last: ${brief(last)}`);
    await new Promise((done) => setTimeout(done, 50));
    last = await read();
  }
  return last;
}

const brief = (value: unknown): string => JSON.stringify(value)?.slice(0, 600) ?? String(value);
