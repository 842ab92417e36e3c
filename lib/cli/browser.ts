import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright';

/** Names that Chromium goes by on a PATH. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Some recorders do not start in a browser that says it is automated.
  '--disable-blink-features=AutomationControlled',
];

/**
 * Starts Chromium: the one that `HUSHMAP_CHROMIUM` names, else Playwright's own, else the system's.
 * Without a sandbox as root, where Chromium refuses to start with one.
 *
 * @param endsWithSignals False where the command itself answers to Ctrl+C: the browser stays until then.
 * @throws Error with a sentence that says what to install.
 */
export async function launchBrowser(endsWithSignals = true): Promise<Browser> {
  const named = process.env.HUSHMAP_CHROMIUM;
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...ARGS];
  const paths = named ? [named] : [...(isInstalled() ? [null] : []), ...systemPaths()];
  for (const path of paths) {
    try {
      return await chromium.launch({
        args,
        handleSIGINT: endsWithSignals,
        handleSIGTERM: endsWithSignals,
        ...(path === null ? {} : { executablePath: path }),
      });
    } catch (cause) {
      if (path === paths.at(-1)) throw cause;
    }
  }
  throw new Error(
    'No Chromium was found. Run "npx playwright install chromium", or set HUSHMAP_CHROMIUM to one.',
  );
}

function isInstalled(): boolean {
  return isExecutable(chromium.executablePath());
}

function systemPaths(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).filter(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
