/**
 * Makes a fresh clone ready: packages from the lockfile, and browsers from the system's packages
 * where they are missing. It runs before anything of ours is installed, so it is plain JavaScript.
 *
 *   node test/run/setup.mjs            what `npm run demo` needs
 *   node test/run/setup.mjs --tests    and what `npm test` needs
 *   node test/run/setup.mjs --contract and the real recorders that the contract suite runs
 *   node test/run/setup.mjs --clickhouse  and ClickHouse's engine, for its suite and the bench
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, findFirefox } from './browsers.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const RECORDERS = join(ROOT, 'test/contract/recorders');
const CLICKHOUSE = join(ROOT, 'test/clickhouse');

requireNode();
installPackages(ROOT, []);
// Nothing of a vendor's runs while its package is installed.
if (process.argv.includes('--contract')) installPackages(RECORDERS, ['--ignore-scripts']);
// The engine is one package a platform. A registry need not have them all, and where the lockfile was
// written without one, `npm ci` refuses; `npm install` takes what this machine needs.
if (process.argv.includes('--clickhouse')) {
  installPackages(CLICKHOUSE, ['--no-save', '--ignore-scripts'], 'install');
}
installBrowsers(process.argv.includes('--tests'));

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(`Hushmap needs Node 20.19 or newer; this is ${process.version}. Install a newer Node.`);
}

function installPackages(folder, flags, how = 'ci') {
  const stamp = join(folder, 'node_modules/.hushmap-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error(`Installing packages (npm ${how}) in ${relative(ROOT, folder) || 'the project'}…`);
  const args = [how, '--no-audit', '--no-fund', '--loglevel=error', ...flags];
  run('npm', args, process.env, folder);
  writeFileSync(stamp, lock);
}

function installBrowsers(forTests) {
  const missing = [
    ...(findChromium() === null ? ['chromium'] : []),
    ...(forTests && findFirefox() === null ? ['firefox-esr'] : []),
  ];
  if (missing.length === 0) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) {
    stop(
      `Please install ${missing.join(' and ')} first, for example with: sudo apt-get install ${missing.join(' ')}`,
    );
  }
  console.error(`Installing ${missing.join(' and ')} (apt-get)…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], env);
  run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...missing, 'fonts-liberation'],
    env,
  );
  if (findChromium() === null || (forTests && findFirefox() === null)) {
    stop(
      `apt-get did not provide ${missing.join(' and ')}. Install it another way and set HUSHMAP_CHROMIUM or HUSHMAP_FIREFOX to its path.`,
    );
  }
}

function run(command, args, env = process.env, cwd = ROOT) {
  // Everything that tools print here belongs beside the output of the command that follows.
  const { status, error } = spawnSync(command, args, { cwd, env, stdio: ['ignore', 2, 2] });
  if (error) stop(`${command} could not be started (${error.message}).`);
  if (status !== 0) stop(`"${command} ${args.join(' ')}" failed with status ${status}.`);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
