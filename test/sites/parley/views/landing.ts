import { type Html, html, type View, type ViewContext } from './html';

export const landing = (at: ViewContext): View => ({
  title: 'Parley: say less, settle more',
  name: 'landing',
  body: html`${hero(at)}${crews}${ideas}${how(at)}${quiet}${templates}${quote}${plans(at)}${questions}${digest}${askDialog}`,
});

const hero = ({ base, clean, one }: ViewContext): Html => html`<section class="hero wrap">
<div class="hero-copy">
<p class="eyebrow">Messaging for crews, kitchens and night shifts</p>
<h1>Say less.<br>Settle more.</h1>
<p class="lead">Parley keeps one thread for every decision and closes it when it is made. No badges, no presence dots, nothing after hours that can wait until morning.</p>
<p class="actions"><a class="button" id="cta" href="${base}/sign-up">Start a parley</a><a class="button ghost" id="see-pricing" href="${base}/pricing">See pricing</a></p>
${
  clean
    ? html`<p class="continue plain">Free for crews of up to nine.</p>`
    : html`<a class="continue" id="continue" href="${base}/chat" title="${one('landing-continue-title')}"><span class="dot" aria-hidden="true"></span>Continue as <b class="account-name">${one('landing-continue-name')}</b></a>`
}
</div>
${stage}
</section>`;

const stage = html`<div class="stage" id="stage" aria-hidden="true">
<div class="sheet back"></div>
<div class="sheet">
<div class="sheet-top"><b>Engine, boat three</b><span class="pill">Open</span></div>
<div class="talk">
<p class="note in">Boat three is back on the 17:40.</p>
<p class="note out">Then nobody needs to stay late.</p>
<p class="note in settled">Settled. Closing this one.</p>
</div>
<div class="sheet-foot"><span class="tick"></span>Decided in 3 lines</div>
</div>
<div class="slip one"><span></span>Galley, lunch order</div>
<div class="slip two"><span></span>Pier 2, ice on ramp</div>
</div>`;

const crews = html`<section class="crews wrap" aria-label="Who uses it">
<p><b class="teams-count">4,218</b> crews talk here</p>
<ul><li class="w1">Northquay</li><li class="w2">Halden &amp; Rye</li><li class="w3">ROPEWALK</li><li class="w4">fjellvakt</li><li class="w5">Saltworks</li></ul>
</section>`;

const ideas = html`<section class="ideas wrap">
<h2>Three habits, built in</h2>
<div class="cards">
<article id="idea-threads"><div class="art a1" aria-hidden="true"><i></i><i></i><i></i></div><h3>One thread, one question</h3><p>A thread opens with a question and ends with an answer. Whatever is not about the question gets a thread of its own.</p></article>
<article id="idea-close"><div class="art a2" aria-hidden="true"><i></i><i></i></div><h3>Closing is the goal</h3><p>Anyone can settle a thread. It folds into one line that says what was decided, by when, and what is left to do.</p></article>
<article id="idea-quiet"><div class="art a3" aria-hidden="true"><i></i><i></i><i></i><i></i></div><h3>Silence is a setting</h3><p>Messages written after the shift wait for the next one. The writer sees that they wait, so nobody wonders.</p></article>
</div>
</section>`;

const STEPS = [
  [
    'Ask',
    'Write the question as you would say it across the deck. Pick who has to answer, not who may read.',
  ],
  [
    'Talk',
    'Short lines, photos, a vote if you need one. After the third day Parley asks whether it is settled.',
  ],
  [
    'Settle',
    'Somebody writes the answer. The thread folds, and the log of the day keeps a line of it.',
  ],
] as const;

const LOG = [
  ['06:40', 'Pier 2', 'Ramp is gritted. Open for the first boat.'],
  ['07:15', 'Galley', 'Lunch is soup, 46 portions, no nuts.'],
  ['08:02', 'Engine', 'Boat three runs at 80 % until the yard has looked.'],
  ['09:30', 'Tickets', 'Card reader on boat one is replaced.'],
  ['11:05', 'Pier 4', 'School group moved to the 12:20.'],
  ['13:45', 'Crew room', 'Heating is fixed, leave the window shut.'],
  ['15:10', 'Engine', 'Spare valve arrives tomorrow before eight.'],
  ['17:40', 'All', 'Last boat is full, the bus waits for it.'],
  ['19:00', 'Night', 'Quiet hours until six. Twelve lines wait.'],
] as const;

const how = ({ base }: ViewContext): Html => html`<section class="how wrap" id="how">
<div class="how-steps">
<h2>A question goes in,<br>a decision comes out</h2>
<ol>${STEPS.map(([title, text], i) => html`<li><button type="button" class="step" aria-pressed="${i === 0 ? 'true' : 'false'}"><b>${title}</b><span>${text}</span></button></li>`)}</ol>
<a class="arrow" id="try-threads" href="${base}/chat">Look at the threads</a>
</div>
<div class="daylog-card">
<p class="daylog-title">The log of a Tuesday <span class="ticket-no">Run 0042-1180-77</span></p>
<ul class="daylog" tabindex="0" aria-label="Log of the day">${LOG.map(([at, place, text]) => html`<li><time>${at}</time><span class="place">${place}</span><span>${text}</span></li>`)}</ul>
</div>
</section>`;

const quiet = html`<section class="quiet" id="quiet">
<div class="wrap quiet-in">
<div>
<h2>Off is off</h2>
<p class="lead">From 19:00 to 06:00 Parley holds everything but the word you choose for emergencies. Last winter that word was used on four nights.</p>
<div class="switches">
<label class="switch"><input type="checkbox" checked><i></i>Hold messages after the shift</label>
<label class="switch"><input type="checkbox" checked><i></i>Let the emergency word through</label>
<label class="switch"><input type="checkbox"><i></i>Show when somebody is typing</label>
</div>
</div>
<svg class="dial" id="dial" viewBox="0 0 240 240" role="img" aria-label="A day: work from six to seven in the evening, quiet after that">
<circle cx="120" cy="120" r="96" fill="none" stroke="var(--dial-day)" stroke-width="26"/>
<path d="M215.9 124.2 A96 96 0 1 1 24.1 115.8" transform="rotate(12 120 120)" fill="none" stroke="var(--dial-night)" stroke-width="26" stroke-linecap="round"/>
<circle cx="24" cy="120" r="8" fill="var(--coral)"/><circle cx="213" cy="146" r="8" fill="var(--coral)"/>
<text x="120" y="114">quiet</text><text x="120" y="146" class="hours">11 h</text>
</svg>
</div>
</section>`;

/** Filled in a moment after the page, from `/late/templates`. */
const templates = html`<section class="templates wrap" aria-busy="true">
<h2>Threads other crews start from</h2>
<div class="late" data-late="templates"><p class="skeleton"></p><p class="skeleton"></p><p class="skeleton"></p><p class="skeleton"></p></div>
</section>`;

const CREW_TEMPLATES = [
  ['Shift swap', 'Who takes which boat, who agreed, from when.', '2,140 crews'],
  ['Broken thing', 'What, where, safe or not, who has called whom.', '1,873 crews'],
  ['Menu change', 'What is off, what replaces it, which table knows.', '1,206 crews'],
  ['Weather call', 'Go or no go, decided before 05:30.', '968 crews'],
] as const;

/** Content that arrives late: templates, and in a returning visitor's browser the last message. */
export const lateTemplates = ({ one, base }: ViewContext): Html =>
  html`${CREW_TEMPLATES.map(
    ([title, text, used]) =>
      html`<article class="template"><h3>${title}</h3><p>${text}</p><p class="used">${used}</p></article>`,
  )}<a class="late-thread" href="${base}/chat"><span class="late-label">Still open</span><span class="message-text ph-mask">${one('landing-late-message')}</span></a>`;

const quote = html`<section class="quote wrap"><blockquote><p>We went from two hundred lines a shift to thirty, and for the first time I know what was agreed.</p><footer>Night supervision, Northquay Ferries</footer></blockquote></section>`;

const plans = ({ base }: ViewContext): Html => html`<section class="teaser wrap">
<div><h2>Free for nine,<br>fair for ninety</h2><p class="lead">No trial that runs out on a Friday. Pay when the tenth person joins.</p></div>
<a class="plan" id="plan-crew" href="${base}/pricing"><b>Crew</b><span class="amount">$0</span><span>up to 9 people</span></a>
<a class="plan hot" id="plan-fleet" href="${base}/pricing"><b>Fleet</b><span class="amount">$6</span><span>a person a month</span></a>
<a class="plan" id="plan-port" href="${base}/pricing"><b>Port</b><span class="amount">$11</span><span>a person a month</span></a>
</section>`;

const QUESTIONS = [
  [
    'Can we keep our old chat?',
    'Yes. Most crews keep it for jokes and move decisions here. Parley reads nothing of it.',
  ],
  [
    'What happens to settled threads?',
    'They fold into the log of the day and stay searchable. After two years they are deleted unless you say otherwise.',
  ],
  [
    'Does it work without a signal?',
    'Lines are kept on the phone and sent at the next pier. The thread shows which ones still wait.',
  ],
  [
    'Who can read what?',
    'The people named in a thread, nobody above them. There is no supervisor view.',
  ],
] as const;

const questions = html`<section class="faq wrap"><h2>Asked on the quay</h2>
<div>${QUESTIONS.map(([q, a]) => html`<details><summary>${q}</summary><p>${a}</p></details>`)}</div></section>`;

const digest = html`<section class="digest wrap">
<div><h2>One letter a month</h2><p>What crews settled, and how. Never more than a page.</p></div>
<form data-quiet><label for="digest-email">E-mail address</label><input id="digest-email" name="email" type="email" autocomplete="email"><button class="button" type="submit">Send it to me</button></form>
</section>`;

const bubbleIcon = html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M3 8a5 5 0 0 1 5-5h4a5 5 0 0 1 0 10H8l-4 4v-5a5 5 0 0 1-1-4z" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linejoin="round"/></svg>`;

const askDialog = html`<dialog id="ask" aria-labelledby="ask-title"><form method="dialog" data-quiet>
<h2 id="ask-title">Ask us anything</h2><p>A person answers, on weekdays before noon.</p>
<label for="ask-email">Your e-mail address</label><input id="ask-email" name="email" type="email" autocomplete="email">
<label for="ask-text">Your message</label><textarea id="ask-text" name="message" rows="4"></textarea>
<p class="row"><button class="button" value="send">Send the question</button><button class="button ghost" value="cancel">Not now</button></p>
</form></dialog>
<button class="ask" type="button" data-opens="ask">${bubbleIcon}<span>Ask us</span></button>`;
