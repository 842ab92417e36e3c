/** A page full of canaries. `setup` runs in it once it has loaded, before the recorder starts. */
export interface Fixture {
  readonly id: string;
  readonly head?: string;
  readonly body: string;
  readonly setup?: string;
  /** A file for every file input. */
  readonly file?: boolean;
}

const TYPED_TYPES = ['text', 'email', 'tel', 'url', 'search', 'password'] as const;

const PARSED_VALUES: Readonly<Record<string, string>> = {
  number: '90210',
  range: '77',
  date: '1987-06-05',
  'datetime-local': '1987-06-05T04:03',
  month: '1987-06',
  week: '1987-W06',
  time: '04:03',
  color: '#a1b2c3',
};

/** Every type of field: as written, typed over, cleared, and with an attribute that is not valid. */
const fields: Fixture = {
  id: 'fields',
  body: `
    ${TYPED_TYPES.map(
      (type) => `
      <input type="${type}" value="@@" name="@@" placeholder="@@">
      <input type="${type}" value="@@" data-set="@@">
      <input type="${type}" data-set="@@">
      <input type="${type}" value="@@" data-clear>
      <input type="${type}" value="@@" class="[mask] @@">
      <input type="${type}" value="@@" class="[ignore]">
      <input type="${type}" value="@@" class="[block] @@">`,
    ).join('')}
    ${Object.entries(PARSED_VALUES)
      .map(
        ([type, value]) => `
      <input type="${type}" value="${value}" title="@@">
      <input type="${type}" value="@@" title="@@">
      <input type="${type}" value="${value}" data-clear>`,
      )
      .join('')}
    ${['radio', 'checkbox', 'submit', 'button', 'reset', 'image', 'hidden']
      .map(
        (type) => `
      <input type="${type}" value="@@" alt="@@">
      <input type="${type}" value="@@" checked>
      <input type="${type}" value="@@" class="[mask]">
      <input type="${type}" value="@@" class="[block]">
      <input type="${type}" title="@@">
      <input type="${type.toUpperCase()}" value="@@">
      <input type="${type}" data-set="@@">`,
      )
      .join('')}
    <input value="@@"><input value="" data-set="@@"><input type="made-up" value="@@">
    <input type="text" value="@@" data-rr-is-password="true">
    <input type="file" title="@@"><input type="file" value="@@" class="[mask]"><input type="file" class="[block]">
    <button type="submit" value="@@" name="@@">@@</button>
    <ol><li value="7" title="@@">@@</li></ol>
    <progress value="3" title="@@">@@</progress><meter value="0.5" title="@@">@@</meter>
    <output name="@@">@@</output>
    <datalist id="@@"><option value="@@" label="@@">@@</option></datalist>
    <label>@@ <input type="text" data-set="@@"></label>
    <fieldset class="[ignore]"><input type="email" value="@@"></fieldset>
    <fieldset class="[mask]"><legend>@@</legend><input type="email" value="@@" placeholder="@@"></fieldset>
    <fieldset class="[block]"><legend>@@</legend><input type="email" value="@@" placeholder="@@"></fieldset>
    <div contenteditable="true">@@</div><div contenteditable="true" class="[mask]">@@ <b title="@@">@@</b></div>`,
  setup: `
    for (const field of document.querySelectorAll('[data-set]')) { field.value = field.dataset.set; delete field.dataset.set; }
    for (const field of document.querySelectorAll('[data-clear]')) field.value = '';`,
  file: true,
};

/** Text areas and selects, whose text is also a value. */
const longFields: Fixture = {
  id: 'long-fields',
  body: `
    <textarea placeholder="@@">@@</textarea>
    <textarea data-set="@@">@@</textarea>
    <textarea data-clear>@@</textarea>
    <textarea data-clear class="[mask]">@@</textarea>
    <div class="[mask]"><textarea data-clear>@@</textarea><textarea>@@</textarea></div>
    <textarea class="[block]">@@</textarea>
    <textarea value="@@" data-clear>@@</textarea>
    <textarea value="@@">@@</textarea>
    <textarea type="button">@@</textarea>
    <textarea></textarea>
    <select name="@@"><option value="@@" label="@@">@@</option><option value="@@" selected>@@</option></select>
    <select><optgroup label="@@"><option>@@</option><option title="@@">@@</option></optgroup></select>
    <select multiple><option value="@@" selected>@@</option><option value="@@" selected>@@</option></select>
    <select multiple><option value="@@">@@</option></select>
    <select value="@@"><option value="@@">@@</option></select>
    <select value="@@" multiple><option value="@@">@@</option></select>
    <select class="[mask]"><option value="@@">@@</option></select>
    <select><option value="@@" class="[mask]">@@</option></select>
    <select class="[block]"><option value="@@">@@</option></select>
    <select type="checkbox"><option value="@@">@@</option></select>
    <div class="[mask]"><select><option value="@@" label="@@">@@</option></select></div>`,
  setup: `
    for (const field of document.querySelectorAll('[data-set]')) { field.value = field.dataset.set; delete field.dataset.set; }
    for (const field of document.querySelectorAll('[data-clear]')) field.value = '';`,
};

/** Every place that is not a field: text, attributes, the head, comments. */
const places: Fixture = {
  id: 'places',
  head: `
    <meta name="description" content="@@"><meta name="keywords" content="@@">
    <meta property="og:title" content="@@"><meta name="twitter:card" content="@@">
    <meta name="author" content="@@"><meta property="article:author" content="@@">
    <meta name="robots" content="@@"><meta http-equiv="x-test" content="@@">
    <meta name="csrf-token" content="@@"><meta name="application-name" content="@@">
    <meta name="anything" content="@@"><meta name="anything" content="@@" class="[block]">
    <link rel="alternate" href="/feed?@@" title="@@">
    <style>.x::before { content: "@@"; }</style>
    <!-- @@ -->`,
  body: `
    <h1 id="@@" class="@@" title="@@" aria-label="@@" aria-description="@@" data-user="@@" style="--x: @@">@@</h1>
    <p class="[mask] @@" title="@@">@@ <b data-x="@@">@@ <i>@@</i></b> tail @@</p>
    <div class="[block] @@" title="@@">@@ <b class="@@">@@</b><!-- @@ --></div>
    <div class="[mask]"><!-- @@ --><div class="[block]">@@</div><span title="@@">@@</span></div>
    <div class="[block]"><div class="[mask]">@@</div></div>
    <div class="[ignore]">@@</div>
    <p class="rr-unmask ph-unmask">@@</p><div class="[mask]"><p class="rr-unmask ph-unmask">@@</p></div>
    <p class="rr-mask">@@</p><p class="ph-mask">@@</p><p class="rr-block">@@</p><p class="ph-no-capture">@@</p>
    <p class="private">@@</p><div data-private="@@"><em>@@</em></div><p class="secret">@@</p>
    <p class="very-private">@@</p><p class="privately">@@</p>
    <p hidden>@@</p><p style="display:none">@@</p>
    <a href="/account/@@?q=1" title="@@">@@</a><a href="mailto:@@">@@</a><a href="https://other.test/@@">@@</a>
    <img alt="@@" src="/pixel.png?@@"><img alt="@@" src="/pixel.png?@@" class="[block]"><img alt="@@" src="data:image/png;base64,@@">
    <form action="/send?@@" name="@@"><input name="action" value="@@"></form>
    <video title="@@" src="/none.mp4?@@"></video>
    <table><tr><td>@@</td><td class="[mask]">@@</td></tr></table>
    <svg width="10" height="10"><title>@@</title><text class="[mask]">@@</text><text aria-label="@@">@@</text><a href="#@@"><text>@@</text></a></svg>
    <noscript>@@</noscript><script type="application/json">"@@"</script>
    <template><p>@@</p></template>
    <details><summary>@@</summary>@@</details>
    <dialog>@@</dialog><object title="@@" data="about:blank"></object>
    <my-element name="@@">@@</my-element><math><mi>@@</mi></math>`,
};

/** Shadow roots: hosts with and without light children, masked and blocked at each place. */
const shadow: Fixture = {
  id: 'shadow',
  body: `
    <x-host>@@</x-host>
    <x-host class="[mask]"></x-host>
    <x-host class="[mask]">@@</x-host>
    <x-host class="[mask]"> </x-host>
    <x-host class="[mask]"><!-- only a comment --></x-host>
    <x-host class="[block] @@" title="@@"></x-host>
    <div class="[mask]"><x-host></x-host></div>
    <div class="[block]"><x-host></x-host></div>
    <x-host data-private="yes"></x-host>
    <x-host class="private"></x-host>
    <x-closed>@@</x-closed><x-closed class="[mask]"></x-closed>
    <div><template shadowrootmode="open"><p>@@</p><p class="[mask]">@@</p></template></div>`,
  setup: `
    const inner = (n) => \`direct cnry\${n}1z <p title="cnry\${n}2z">cnry\${n}3z</p><p class="[mask]">cnry\${n}4z</p>
      <div class="[block]">cnry\${n}5z</div><input type="email" value="cnry\${n}6z"><input type="hidden" value="cnry\${n}7z">
      <p class="private">cnry\${n}8z</p><x-inner></x-inner><x-inner class="[mask]"></x-inner><slot></slot>\`;
    let n = 500;
    for (const host of document.querySelectorAll('x-host')) {
      const root = host.attachShadow({ mode: 'open' });
      root.innerHTML = inner(n++);
      for (const nested of root.querySelectorAll('x-inner')) {
        nested.attachShadow({ mode: 'open' }).innerHTML = \`cnry\${n}1z<b aria-label="cnry\${n}2z">cnry\${n++}3z</b>\`;
      }
    }
    window.closedRoots = new WeakMap();
    for (const host of document.querySelectorAll('x-closed')) {
      const root = host.attachShadow({ mode: 'closed' });
      root.innerHTML = inner(n++);
      window.closedRoots.set(host, root);
    }`,
};

const INSIDE =
  "<p class='[mask]'>@@</p><p title='@@'>@@</p><p class='[block]'>@@</p><p class='private'>@@</p><input type='email' value='@@'><input type='hidden' value='@@'>";

/** Frames of the same origin, of none and of another. */
const frames: Fixture = {
  id: 'frames',
  body: `
    <iframe srcdoc="${INSIDE}" title="@@"></iframe>
    <iframe srcdoc="${INSIDE}" class="[mask]"></iframe>
    <iframe srcdoc="${INSIDE}" class="[mask]">fallback</iframe>
    <iframe srcdoc="${INSIDE}" class="private"></iframe>
    <iframe srcdoc="${INSIDE}" class="[block] @@"></iframe>
    <div class="[mask]"><iframe srcdoc="${INSIDE}"></iframe></div>
    <div class="[block]"><iframe srcdoc="${INSIDE}"></iframe></div>
    <iframe src="/frame?@@" name="@@"></iframe>
    <iframe src="/frame/nested?@@"></iframe>
    <iframe src="frame?@@" class="[mask]"></iframe>
    <iframe src="/frame?@@" sandbox="allow-scripts"></iframe>
    <iframe src="/frame?@@" sandbox="allow-scripts allow-same-origin"></iframe>
    <iframe src="data:text/html,@@"></iframe>
    <iframe src="https://other.test/frame?@@"></iframe>
    <iframe src="http://site.test/frame?@@"></iframe>
    <iframe id="written"></iframe>`,
  setup: `document.getElementById('written').contentDocument.body.innerHTML = "<p class='[mask]'>cnry8001z</p><p>cnry8002z</p>";`,
};

/** Deeper than any limit, through a shadow root and a frame too. */
const deep: Fixture = {
  id: 'deep',
  body: `${nest(62)}
    ${'<div>'.repeat(44)}<x-deep></x-deep><iframe srcdoc="<div title='@@'><div title='@@'><div title='@@'>@@<i>@@</i></div></div></div>"></iframe>${'</div>'.repeat(44)}`,
  setup: `document.querySelector('x-deep').attachShadow({ mode: 'open' }).innerHTML =
    "cnry9001z<div title='cnry9002z'>cnry9003z<div title='cnry9004z'>cnry9005z<!--cnry9006z--><div title='cnry9007z'>cnry9008z</div></div></div>";`,
};

/** All of them on one page: a recorder is started once for each set of options. */
export const EVERYTHING: Fixture = together([fields, longFields, places, shadow, frames, deep]);

export function together(fixtures: readonly Fixture[]): Fixture {
  const all = (part: (fixture: Fixture) => string | undefined, around = (text: string) => text) =>
    fixtures.map((fixture) => around(part(fixture) ?? '')).join('\n');
  return {
    id: 'everything',
    head: all(({ head }) => head),
    body: all(
      ({ body }) => body,
      (body) => `<section>${body}</section>`,
    ),
    setup: all(
      ({ setup }) => setup,
      (setup) => `{ ${setup} }`,
    ),
    file: fixtures.some(({ file }) => file),
  };
}

function nest(levels: number): string {
  return levels === 0
    ? ''
    : `<div title="@@">@@<!-- @@ --><input type="email" value="@@">${nest(levels - 1)}</div>`;
}
