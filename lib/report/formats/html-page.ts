/**
 * The head of a report that needs nothing else: no script runs in it and nothing is loaded, whatever
 * might get past the escaping.
 */
export const pageHead = (title: string, style: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${inHtml(title)}</title>
<style>${STYLE}${style}</style>
</head>
<body>`;

/**
 * Text of a page as text of a report. Characters that turn the direction of what follows are shown by
 * their number, so that nobody reads `gpj.exe` backwards (Unicode TR36 §2.4); so are other controls.
 */
export const inHtml = (text: string): string =>
  text
    .replace(
      UNSEEN,
      (char) => `[U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be shown
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

const STYLE = `
:root { color-scheme: light dark; --line: #d5d8dd; --fail: #b3261e; --review: #8a5a00; --clear: #1b6e3c; --dim: #5c6370 }
@media (prefers-color-scheme: dark) { :root { --line: #3b4048; --fail: #ff8a80; --review: #f0b429; --clear: #7bd88f; --dim: #a8b0bd } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 1200px; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; overflow-wrap: anywhere }
section { border-top: 1px solid var(--line); padding-top: 1rem; margin-top: 1.5rem }
.verdict { border-left: 4px solid var(--dim); padding: .25rem .75rem }
.verdict.blocked { border-color: var(--fail) } .verdict.needs-proof { border-color: var(--review) } .verdict.clear { border-color: var(--clear) }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-top: 1px solid var(--line) }
code { font: 13px/1.4 ui-monospace, monospace; overflow-wrap: anywhere } ul { margin: 0; padding-left: 1.1rem }
.fail { color: var(--fail) } .review { color: var(--review) }`;
