import type { Page } from 'playwright/test';
import type { RecorderState } from '../../../../lib/protocol/recorders';
import { type Driver, type Received, waitUntil } from '../driver';
import { contractPackage } from '../packages';
import { backend, isComplete, readPayloads } from './highlight-payloads';
import { LAST } from './last';
import { arrivedAt, type Intake, openIntake } from './loopback';
import { SPY_ON_MIRROR } from './mirror-spy';

const INTAKES = new WeakMap<Received, Intake>();

interface Parts {
  readonly script: string;
  /** JavaScript that starts it. `base`: options that a run offline needs. */
  start(options: string, base: string): string;
  readonly isRecording: string;
  readonly stop: string;
}

/** The recorder of Highlight and LaunchDarkly; its worker sends to a server on this machine. */
export const sessionDriver = ({ script, start, isRecording, stop }: Parts): Driver => ({
  classes: { mask: 'highlight-mask', block: 'highlight-block', ignore: 'highlight-ignore' },
  mirror: 'mirrorSeen',
  async start(page, { options }, received) {
    const intake = await openIntake(backend);
    INTAKES.set(received, intake);
    await page.evaluate(SPY_ON_MIRROR);
    await page.addScriptTag({ content: contractPackage(script) });
    const base = `backendUrl: '${intake.url}', otlpEndpoint: '${intake.url}'`;
    await page.evaluate(start(options, base));
    await page.waitForFunction(isRecording);
  },
  state,
  async finish(page, received, nodes) {
    const intake = INTAKES.get(received);
    if (!intake) throw new Error('The recorder was not started');
    // Events keep their order, so all is there once the last one is.
    await page.evaluate(`history.pushState(null, '', '#${LAST}')`);
    await waitUntil(
      () => isComplete(intake.bodies, nodes, LAST),
      'The recorder did not send all that it recorded',
    );
    await page.evaluate(stop);
    await intake.close();
    return { ...readPayloads(intake.bodies), arrived: arrivedAt(intake) };
  },
});

const state = (page: Page): Promise<RecorderState> =>
  page.evaluate<RecorderState>(`hushmap.detect({
    scripts: [], resources: [], storageKeys: [], cookieNames: [] })[0]`);
