import { watchConsent } from './consent';
import { defineElements } from './elements';
import { enhance } from './enhance';
import { startRouter } from './router';
import { readSettings } from './settings';

/** Runs in the head: what must be there before the page is (recording, consent), then the page. */
const settings = readSettings();
watchConsent(settings);
defineElements(settings);
document.addEventListener('DOMContentLoaded', () => {
  startRouter(settings, enhance);
  enhance(document, settings);
});
