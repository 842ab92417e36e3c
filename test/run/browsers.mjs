import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FIREFOX = ['firefox-esr', 'firefox'];

/** Path of the machine's Chromium, or null. `HUSHMAP_CHROMIUM` names another one. */
export const findChromium = () => process.env.HUSHMAP_CHROMIUM ?? findOnPath(CHROMIUM);

/** Path of the machine's Firefox, or null. `HUSHMAP_FIREFOX` names another one. */
export const findFirefox = () => process.env.HUSHMAP_FIREFOX ?? findOnPath(FIREFOX);

/** No sandbox as root (Chromium refuses to start with one), and no calls home. */
export const CHROMIUM_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function findOnPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (isExecutable(path)) return path;
    }
  }
  return null;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
