import { sessionDriver } from './highlight-session';

/** @launchdarkly/session-replay, started as LaunchDarkly's client would start its plugin. */
export const launchdarkly = sessionDriver({
  script: '@launchdarkly/session-replay/dist/index.umd.js',
  start: (options, base) => `new SessionReplay.default({ ${base}, ...(${options}) })
    .getHooks({ sdk: { name: 'contract', version: '1' }, clientSideId: 'contract' })`,
  isRecording: `LDRecord.getRecordingState() === 'Recording'`,
  stop: 'LDRecord.stop()',
});
