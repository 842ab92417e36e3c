import { parseArgs } from 'node:util';
import { startParley } from './server';

/** `npx tsx test/sites/parley/main.ts --port 4173`: runs until it is interrupted. */
const { values } = parseArgs({ options: { port: { type: 'string', default: '4173' } } });
const parley = await startParley({ port: Number(values.port) });

console.log(`Parley          ${parley.origin}/
  mended        ${parley.origin}/clean/
Other origin    ${parley.otherOrigin}/card-vault
PostHog double  ${parley.posthog.origin}
  project       ${parley.posthog.projectId}
  API key       ${parley.posthog.apiKey}
  clicks        ${parley.posthog.truth?.events.toLocaleString('en')} of ${parley.dataOrigin}, up to ${parley.posthog.today}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void parley.close());
}
