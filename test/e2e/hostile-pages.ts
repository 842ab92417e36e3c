/** Pages that are too much, each made by its own script. What is large is hidden, so that only the audit is slow. */
const large = (script: string): string => `<div id="box" hidden></div><script>{
  const box = document.getElementById('box');
  const words = 'the order was sent to the wrong street and came a week late ';
  ${script}
}</script>`;

/** 100 MB of text without anything personal in it. */
export const TEXTS: Readonly<Record<string, string>> = {
  'many elements': large(`
    const line = words.repeat(84);
    for (let i = 0; i < 20000; i++) box.appendChild(document.createElement('p')).append(i + line);`),
  'one node': large('box.append(words.repeat(1700000));'),
  'one run of many nodes': large(`
    const line = words.repeat(840);
    for (let i = 0; i < 2000; i++) box.append(i + line);`),
  'a million children of one element': large(`
    const line = words + words.slice(0, 40);
    for (let i = 0; i < 1000000; i++) box.appendChild(document.createElement('p')).append(line);`),
};

/** 100,000 filled inputs; `name` is an expression of their number `i`. */
const inputs = (name: string): string =>
  large(`
    const letters = (n) => n > 0 ? 'bcdfghjklmnpqrstvwxz'[n % 20] + 'a' + letters(Math.floor(n / 20)) : '';
    box.innerHTML = Array.from({ length: 100000 }, (_, i) =>
      '<input name="' + ${name} + '" value="ada.kline' + i + '@example.com">').join('');`);

/** Things that answer whatever they are asked with themselves, under the names of recorders. */
export const answersAll = (target: '{}' | 'function () {}'): string => `<script>{
  const all = new Proxy(${target}, { get: () => all, apply: () => all, has: () => true });
  for (const name of ['posthog', '__SENTRY__', 'rrweb', 'clarity', 'DD_RUM', 'amplitude', 'mixpanel',
    '__OPENREPLAY__', 'NREUM', 'H', 'hj', 'FS', 'LogRocket', 'heap', 'pendo', 'faro', 'smartlook'])
    globalThis[name] = all;
}</script>`;

export const INPUTS: Readonly<Record<string, string>> = {
  'of four kinds': inputs("['email', 'phone', 'city', 'note'][i % 4]"),
  'of thousands of kinds, under recorders that answer everything':
    answersAll('{}') + inputs("'email-' + letters(i)"),
};

/** Shadow hosts in one another, with an address at the bottom. */
export const nestedHosts = (mode: 'open' | 'closed'): string => `<div id="host"></div><script>
  let host = document.getElementById('host');
  for (let i = 0; i < 500; i++) {
    const root = host.attachShadow({ mode: '${mode}' });
    root.append(host = document.createElement('div'));
  }
  host.textContent = 'ada.kline@example.com';
</script>`;

/**
 * Frames in one another, as many as the browser makes, with an address in the last. A `srcdoc` in a
 * `srcdoc` doubles its quotes each time, so that each frame is filled by the one around it.
 */
export const nestedFrames = (count: number): string => `<script>
  (async () => {
    let inner = document;
    let made = 0;
    for (; made < ${count}; made++) {
      const frame = inner.createElement('iframe');
      frame.srcdoc = '<p>Inside</p>';
      const loaded = new Promise((done) => { frame.onload = done; });
      inner.body.append(frame);
      await loaded;
      if (!frame.contentDocument) break;
      inner = frame.contentDocument;
    }
    inner.body.append('ada.kline@example.com');
    document.title = 'made ' + made;
  })();
</script>`;

/** A recorder that holds the page up for ever once somebody asks for it, and costs nothing meanwhile. */
export const endless = (neverAnswers: string): string => `<script>
  Object.defineProperty(globalThis, 'posthog', { get() {
    const request = new XMLHttpRequest();
    request.open('GET', ${JSON.stringify(neverAnswers)}, false);
    request.send();
  } });
</script>`;

const MAIL = '<p>ada.kline@example.com</p>';

/** A page with a PostHog whose options can be read, and that is what it says unless `lie` changes it. */
const posthog = (options: string, lie = ''): string => `${MAIL}<script>
  globalThis.posthog = {
    version: '1.449.0',
    sessionRecordingStarted: () => true,
    config: { session_recording: ${options} },
    persistence: { props: { $session_recording_remote_config: { enabled: true, masking: {} } } },
  };
  ${lie}
</script>`;

const sentry = (version: string, options: string): string => `${MAIL}<script>
  const Replay = {
    _replay: { isEnabled: () => true },
    _recordingOptions: ${options},
    _initialOptions: { blockAllMedia: false },
  };
  globalThis.__SENTRY__ = {
    version: '${version}',
    '${version}': { defaultCurrentScope: { _client: { _integrations: { Replay } } } },
  };
</script>`;

/** What is to be held to be true of each: the recorder that is named, and the rule that leaves it open. */
export interface Stub {
  readonly html: string;
  readonly recorder: 'posthog' | 'sentry' | 'rrweb';
  readonly rule: 'options-assumed' | 'recorder-unknown' | 'exposed-text';
}

const hog = (rule: Stub['rule'], options: string, lie?: string): Stub => ({
  html: posthog(options, lie),
  recorder: 'posthog',
  rule,
});

export const SELECTORS: Readonly<Record<string, Stub>> = {
  'PostHog, invalid': hog('exposed-text', "{ maskTextSelector: 'div:::', blockSelector: ':::' }"),
  'PostHog, 100 KB': hog('options-assumed', "{ maskTextSelector: 'p,'.repeat(50000) + 'p' }"),
  'PostHog, a number': hog('exposed-text', '{ maskTextSelector: 7, blockSelector: 8 }'),
  'PostHog, objects': hog('exposed-text', '{ maskTextSelector: { a: 1 }, blockSelector: [] }'),
  'PostHog, a getter that throws': hog(
    'options-assumed',
    "{ maskTextSelector: '*', get maskAllInputs() { throw new Error('no'); } }",
  ),
  'Sentry, invalid': {
    html: sentry(
      '11.1.0',
      "{ maskAllText: false, maskTextSelector: 'div:::', blockSelector: ':' }",
    ),
    recorder: 'sentry',
    rule: 'exposed-text',
  },
  'Sentry, no selectors': {
    html: sentry('11.1.0', '{ maskAllText: false, maskTextSelector: 5, blockSelector: {} }'),
    recorder: 'sentry',
    rule: 'exposed-text',
  },
  'Sentry, 100 KB': {
    html: sentry('11.1.0', "{ maskAllText: true, unmaskTextSelector: 'p,'.repeat(50000) + 'p' }"),
    recorder: 'sentry',
    rule: 'options-assumed',
  },
  'Sentry, a function that throws': {
    html: sentry('11.1.0', "{ maskAllText: false, maskAttributeFn() { throw new Error('no'); } }"),
    recorder: 'sentry',
    rule: 'exposed-text',
  },
  'rrweb, whose options nobody can read': {
    html: `${MAIL}<script>globalThis.rrweb = { record: () => {}, options: { maskTextSelector: ':::' } };</script>`,
    recorder: 'rrweb',
    rule: 'options-assumed',
  },
};

const COVERED = "{ maskTextSelector: '*', maskAllInputs: true }";

/** Everything on these pages would be covered, if what the stub says of itself could be believed. */
export const LIES: Readonly<Record<string, Stub>> = {
  'a version of the future': hog('recorder-unknown', COVERED, "posthog.version = '999.0.0';"),
  'a number for a version': hog('recorder-unknown', COVERED, 'posthog.version = 1;'),
  'a version that throws': hog(
    'options-assumed',
    COVERED,
    "Object.defineProperty(posthog, 'version', { get() { throw new Error('no'); } });",
  ),
  'a version whose toString throws': hog(
    'recorder-unknown',
    COVERED,
    "posthog.version = { toString() { throw new Error('no'); } };",
  ),
  'a Sentry of a version without rules': {
    html: sentry('7.1.0', '{ maskAllText: true, maskAllInputs: true }'),
    recorder: 'sentry',
    rule: 'recorder-unknown',
  },
  'an object that answers everything': {
    html: answersAll('{}'),
    recorder: 'posthog',
    rule: 'recorder-unknown',
  },
  'a function that answers everything': {
    html: answersAll('function () {}'),
    recorder: 'posthog',
    rule: 'options-assumed',
  },
  'options with cycles': hog(
    'options-assumed',
    COVERED,
    'const all = posthog.config.session_recording; all.self = all; all.maskInputOptions = posthog;',
  ),
  'options with a million keys': hog(
    'options-assumed',
    "Object.fromEntries([...Array.from({ length: 1e6 }, (_, i) => ['k' + i, i]), ['maskTextSelector', '*']])",
  ),
  'options nested 100,000 deep': hog(
    'options-assumed',
    COVERED,
    'let at = posthog.config.session_recording; for (let i = 0; i < 1e5; i++) at = at.maskInputOptions = {};',
  ),
};
