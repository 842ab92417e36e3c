import { readFileSync } from 'node:fs';

export const VERSION = readVersion();

function readVersion(): string {
  const file = new URL('../package.json', import.meta.url);
  const version: unknown = JSON.parse(readFileSync(file, 'utf8')).version;
  return typeof version === 'string' ? version : 'unknown';
}

/** One text per command; docs/cli.md says more. */
export const HELP = {
  all: `hushmap: what would a session recorder take of a page?

  hushmap audit URL…        audit pages, before recording is enabled
  hushmap gate FILE --url U re-read a live page, and fail where it has drifted from a clearance
  hushmap init              write hushmap.policy.json

  hushmap COMMAND --help    the options of a command
  hushmap --version

Exit codes: 0 clear, 1 blocked or needs proof, 2 usage or infrastructure.`,
  audit: `hushmap audit URL… [options]

  --list FILE               more addresses, one a line; # begins a comment
  --recorder auto|NAME,…    judge by the recorders on the page (auto), or by named ones
  --recorder-options FILE   JSON: {"sentry": {the vendor's own init options}, …}
  --format FORMAT           json (default), jsonl, junit, html or markdown
  --out DIR                 audit.json for one address, else a folder per address and index.json
  --captures FILE           one JSON line per value and recorder, personal or not
  --include-values          the values themselves in --captures (they are personal data)
  --header K=V              a header for requests to the page's own origin; may be repeated
  --storage-state FILE      cookies and storage of a signed-in visit, as Playwright saves them
  --viewport WxH            1280x800 unless said otherwise
  --concurrency N           pages at a time, 2 unless said otherwise
  --timeout S               seconds for one page, 30 unless said otherwise
  --policy FILE             hushmap.policy.json
  --exceptions FILE         hushmap.exceptions.json
  --baseline FILE           an earlier audit.json or index.json: fail on what is new or worse only

Audits masking. It does not walk consent banners.`,
  gate: `hushmap gate FILE --url U [options]

FILE is an audit.json whose verdict was clear. The live page is read again, with the same recorders
and options; exit 1 where the clearance no longer holds.

  --url U                   the page
  --recorder-options FILE, --header K=V, --storage-state FILE, --viewport WxH, --timeout S,
  --policy FILE, --exceptions FILE   as for hushmap audit`,
  init: `hushmap init [--force]

Writes hushmap.policy.json into the current folder; --force replaces one that is there.`,
} as const;
