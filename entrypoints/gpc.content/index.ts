import { defineContentScript } from '#imports';

/**
 * Runs in the page's own world while a walk sends the Global Privacy Control, registered by the
 * background: the page sees what a browser with the control on shows it.
 */
export default defineContentScript({
  world: 'MAIN',
  runAt: 'document_start',
  allFrames: true,
  registration: 'runtime',
  main() {
    // W3C Global Privacy Control, "navigator.globalPrivacyControl".
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {
      get: () => true,
      configurable: true,
      enumerable: true,
    });
  },
});
