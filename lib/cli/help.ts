/** One text per command; docs/cli.md says more. */
export const HELP = {
  all: `hushmap: what would a session recorder take of a page?

  hushmap audit URL…        audit pages, before recording is enabled
  hushmap consent URL…      walk the consent banner's paths, and show what each one starts
  hushmap gate FILE --url U re-read a live page, and fail where it has drifted from a clearance
  hushmap autopsy FILE|DIR… what recordings hold already: classes, places and times, no value
  hushmap patch FILE|DIR…   one minimal patch for all pages audited
  hushmap init              write hushmap.policy.json
  hushmap verify BUNDLE     is the evidence of a consent audit as it was made, since when, by whom
  hushmap keygen FILE       write a key that signs bundles
  hushmap timestamp BUNDLE TOKEN
                            put an RFC 3161 time stamp into a bundle

  hushmap COMMAND --help    the options of a command
  hushmap --version

Exit codes: 0 clear, 1 blocked or needs proof, 2 usage or infrastructure. See each command.`,
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
  --policy FILE             else hushmap.policy.json, where it is there
  --exceptions FILE         else the policy's, else hushmap.exceptions.json, where it is there
  --baseline FILE           an earlier audit.json or index.json: fail on what is new or worse only

Exit codes: 0 every page is clear, 1 a page is blocked or needs proof, 2 usage, or a page was not
reached and no other was found wanting.

Audits masking. hushmap consent walks banners.`,
  consent: `hushmap consent URL… [options]

Walks every path that a visitor can take at the consent banner of a page, each from a clean state and with
real clicks: nothing touched, rejected, accepted, withdrawn, all off in the settings, Global Privacy
Control on, scrolled. Judges what each has started, and prints the matrix.

  --list FILE               more addresses, one a line
  --scenario NAME[,NAME]    some paths: untouched reject accept withdraw settings-off gpc scroll
  --second URL              the second page; else a link of the first
  --format FORMAT           json (default), jsonl, junit, html or markdown
  --out DIR                 writes consent.json and the report there; several addresses: a folder each
  --bundle FILE             writes the evidence as a zip; several addresses: one each
  --key FILE                signs the bundle with this key, as hushmap keygen wrote it
  --operator TEXT           who makes the audit, as it is to stand in the evidence
  --country TEXT            where the traffic leaves from, as it is to stand in the evidence
  --proxy URL               sends all traffic through this proxy
  --locale TAG              language of the browser, such as de-DE
  --timezone NAME           such as Europe/Berlin
  --wait S                  seconds to watch each step, 5 unless said otherwise
  --wait-banner S           seconds to wait for a banner, 12 unless said otherwise
  --concurrency N           paths at a time, 3 unless said otherwise
  --no-pictures             takes no pictures
  --header K=V, --storage-state FILE, --viewport WxH, --timeout S, --policy FILE, --exceptions FILE
                            as for hushmap audit; the timeout is for loading one page

Ctrl+C stops it, and writes what was seen so far.

Exit codes: 0 every check passes, 1 one fails or needs a person, or the walk was stopped with what it
had, 2 usage, or a page was not reached and no other was found wanting.`,
  gate: `hushmap gate FILE --url U [options]

FILE is an audit.json whose verdict was clear. The live page is read again, with the same recorders
and options; exit 1 where the clearance no longer holds.

  --url U                   the page
  --recorder-options FILE, --header K=V, --storage-state FILE, --viewport WxH, --timeout S,
  --policy FILE, --exceptions FILE   as for hushmap audit

Exit codes: 0 the clearance holds, 1 it does not, 2 usage, or the page was not reached.`,
  autopsy: `hushmap autopsy FILE|DIR… [options]

Reads rrweb recordings (JSON or JSON lines), PostHog's exports and HAR files, and says what is
personal in them, where and when. Nothing is sent anywhere, and no value is printed.

  --format FORMAT           json (default) or markdown
  --affected FILE           writes the list of recordings to delete, as JSON

Exit codes: 0 nothing personal, 1 something personal or something that could not be read, 2 usage,
or a file that is no recording and nothing personal in the others.`,
  patch: `hushmap patch FILE|DIR…

FILE is an audit.json or index.json, DIR the folder of one. Prints what to change, each change once:
options for the recorder's init call, marks for elements, and changes of markup.

Exit codes: 0 the patch was printed, 2 usage, or a file that is no audit.`,
  init: `hushmap init [--force]

Writes hushmap.policy.json into the current folder; --force replaces one that is there.

Exit codes: 0 it was written, 2 usage, or one is there already.`,
  verify: `hushmap verify BUNDLE [options]

BUNDLE is a zip of evidence of a consent audit. Says whether it is as it was made, what dates it and
who signed it. Names what was altered. Nothing is sent anywhere.

  --key FINGERPRINT         the key that it should be signed by, as hushmap keygen printed it
  --format FORMAT           text (default) or json

Exit codes: 0 intact, and signed by the key that you named if you did, 1 altered or signed by another
key, 2 usage, or a file that is no bundle.`,
  keygen: `hushmap keygen FILE

Writes a new Ed25519 key to FILE (PEM, PKCS#8), readable by you alone, and prints its fingerprint. A
file that is there already stays as it is.

Exit codes: 0 it was written, 2 usage, or the file is there already.`,
  timestamp: `hushmap timestamp BUNDLE TOKEN [options]

Puts TOKEN, an RFC 3161 time stamp over the bundle's manifest, into BUNDLE. hushmap verify prints the
SHA-256 that a time-stamping authority is asked for. Nothing is sent anywhere.

  --out FILE                write another file, and leave BUNDLE as it is

Exit codes: 0 it was written, 2 usage, an altered bundle, or a time stamp over something else.`,
} as const;
