import { sessionDriver } from './highlight-session';

/** highlight.run, started as a page would start it. */
export const highlight = sessionDriver({
  script: 'highlight.run/dist/index.umd.js',
  start: (options, base) => `H.init('contract', { ${base}, ...(${options}) })`,
  isRecording: `H.getRecordingState() === 'Recording'`,
  stop: 'H.stop({ silent: true })',
});
