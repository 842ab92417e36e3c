import { buildTimeline } from '../../consent/timeline';
import { PathBlocked, type Pressed, type Reading, type Visitor } from '../../consent/walk/driver';
import { describeCookies, describeStored, sinceThen } from '../../consent/walk/stored-names';
import { randomId } from '../../core/ids';
import type { FramePress } from '../../protocol/banner-messages';
import type { MessageName, Request, Response } from '../../protocol/messages';
import type { RecorderId } from '../../protocol/recorders';
import type { BannerControl, BannerReading } from '../../protocol/walk/banner';
import type { WalkClick } from '../../protocol/walk/step';
import { redactText } from '../../report/redact-text';
import { redactUrl } from '../../report/redact-url';
import type { Album } from './album';
import { toEvents, type WalkTraffic } from './devtools-traffic';
import type { Leaving } from './leaving';
import type { WalkTask } from './run-view';

const POLL_MS = 300;

export interface VisitorParts {
  readonly tabId: number;
  readonly url: string;
  /** Asks the background; what it can't do is a {@link PathBlocked}. */
  readonly ask: <N extends MessageName>(name: N, request: Request<N>) => Promise<Response<N>>;
  readonly traffic: WalkTraffic;
  readonly leaving: Leaving;
  /** Keeps a picture; answers its name. */
  readonly keep: Album['keep'];
  /** Recorders that were found on the site so far. */
  readonly known: Set<RecorderId>;
  readonly now: () => number;
  /** Shows what happens now, and when it ends by itself. */
  readonly onTask: (task: WalkTask, until?: number) => void;
  /** Gives a way to press by a script while a person is asked to; null: nobody is asked. */
  readonly onAsked: (press: (() => void) | null) => void;
}

/** A visit in the tab that DevTools inspects. The person presses; everything else is done for them. */
export class PanelVisitor implements Visitor {
  #clicks: WalkClick[] = [];
  #since: number;
  #second: string | null = null;
  #isOpen = false;

  constructor(private readonly parts: VisitorParts) {
    this.#since = parts.now();
  }

  async open(): Promise<void> {
    const { url, onTask } = this.parts;
    onTask({ kind: this.#isOpen ? 'reload' : 'load' });
    const { second } = await this.#go(url, this.#isOpen ? 'again' : 'cold');
    this.#isOpen = true;
    this.#second ??= second;
  }

  async openWarm(): Promise<void> {
    this.parts.onTask({ kind: 'clear' });
    await this.#go(this.parts.url, 'warm');
  }

  async openSecond(): Promise<boolean> {
    if (this.#second === null) return false;
    this.parts.onTask({ kind: 'second-page' });
    await this.#go(this.#second, 'again');
    return true;
  }

  async banner(ms: number): Promise<BannerReading | null> {
    const { ask, tabId, leaving, now, onTask } = this.parts;
    const until = now() + ms;
    if (ms > 0) onTask({ kind: 'banner' }, until);
    for (;;) {
      const reading = await ask('walk.banner', { tabId });
      if (reading?.visible) return reading;
      if (now() >= until) return null;
      await leaving.wait(POLL_MS);
    }
  }

  reopeners(): Promise<BannerControl[]> {
    const { ask, tabId } = this.parts;
    return ask('walk.reopeners', { tabId });
  }

  async press(control: Pressed, aim: WalkClick['aim']): Promise<WalkClick> {
    const { leaving, onTask, onAsked } = this.parts;
    const { label, selector, role } = control;
    const sought = { label, selector, role };
    // Before the control is framed: that frame is ours, and no part of the page.
    const picture = aim === 'toggle' ? '' : await this.#picture(`press-${aim}`);
    onTask({ kind: 'press', aim, label, selector, again: this.#isAgain(aim) });
    const byProgram = new Promise<'program'>((resolve) => onAsked(() => resolve('program')));
    const over = new AbortController();
    try {
      const guided = this.#guide(sought, over.signal);
      const first = await leaving
        .during(Promise.race([byProgram, guided]))
        // At once: while a script presses, and while its press is settling, nobody is asked.
        .finally(() => over.abort());
      const isProgram = first === 'program';
      const press = isProgram ? await this.#pressByScript(sought) : first;
      const by = isProgram ? ('program' as const) : ('person' as const);
      const { t, box, fits } = press;
      const said = { label: press.label, selector: press.selector };
      const click = { t, aim, ...said, box, trusted: !isProgram, by, picture };
      // Whatever it was on, it happened: what follows in this step follows from it.
      this.#clicks.push(click);
      // Another choice than this path is about: what follows from it would be told of the wrong one.
      if (!fits) throw new PathBlocked('interrupted');
      await leaving.wait(POLL_MS);
      return click;
    } finally {
      onAsked(null);
    }
  }

  async scroll(): Promise<void> {
    const { ask, tabId, leaving } = this.parts;
    for (const by of [500, 500, 900, 900, -1_400, -1_400]) {
      await ask('walk.scroll', { tabId, by });
      await leaving.wait(150);
    }
  }

  async stay(ms: number): Promise<void> {
    const { leaving, onTask, now } = this.parts;
    if (ms >= 1_000) onTask({ kind: 'watch' }, now() + ms);
    await leaving.wait(ms);
  }

  /** Tab and Esc are the command line's to try. */
  async keyboard(): Promise<null> {
    return null;
  }

  async read(): Promise<Reading> {
    const { ask, tabId, traffic, now, url } = this.parts;
    const startedAt = this.#since;
    const picture = await this.#picture('end');
    const facts = await ask('walk.read', { tabId });
    for (const { id, detected } of facts.recorders) if (detected) this.parts.known.add(id);
    const known = [...this.parts.known];
    const { requests, dropped } = traffic.take(startedAt, url, known);
    const clicks = this.#clicks;
    this.#clicks = [];
    this.#since = now();
    const timeline = buildTimeline(facts.timelines, toEvents(requests), known);
    return {
      url: redactUrl(facts.url),
      title: redactText(facts.title).slice(0, 300),
      startedAt,
      endedAt: now(),
      timeline: sinceThen(timeline, startedAt),
      requests,
      requestsDropped: dropped,
      cookies: describeCookies(facts.cookies, url, now()),
      stored: describeStored(facts.stored),
      clicks,
      picture,
      recorders: facts.recorders,
    };
  }

  async end(): Promise<void> {
    const { ask, tabId } = this.parts;
    await ask('walk.end', { tabId }).catch(() => undefined);
  }

  /** None where there can't be one: a walk does not end for want of a picture. */
  async #picture(what: string): Promise<string> {
    const { ask, tabId, keep } = this.parts;
    return keep(await ask('walk.picture', { tabId }).catch(() => null), what);
  }

  async #go(url: string, how: Request<'walk.open'>['how']) {
    const { ask, tabId, leaving } = this.parts;
    const arrival = await leaving.during(ask('walk.open', { tabId, url, how }));
    if (!arrival.reached) throw new PathBlocked('not-reached');
    return arrival;
  }

  /**
   * Whether the press before, in the same step, changed nothing: a walk goes on after a choice only where
   * the banner stayed as it was, and to another way back only where the first opened none.
   */
  #isAgain(aim: WalkClick['aim']): boolean {
    const before = this.#clicks.at(-1)?.aim;
    if (before === 'reopen') return aim === 'reopen';
    return before === 'reject' || before === 'accept' || before === 'save';
  }

  /** Asks until the person presses, or until nobody waits for that any more. */
  async #guide(sought: Pressed, over: AbortSignal): Promise<FramePress> {
    const { ask, tabId, leaving } = this.parts;
    const id = randomId('press');
    while (!over.aborted) {
      const press = await ask('walk.guide', { tabId, id, sought });
      if (press !== null) return press;
      if (!over.aborted) await leaving.wait(POLL_MS);
    }
    throw new PathBlocked('interrupted');
  }

  async #pressByScript(sought: Pressed): Promise<FramePress> {
    const { ask, tabId } = this.parts;
    const press = await ask('walk.press', { tabId, sought });
    if (press === null) throw new PathBlocked('no-control');
    return press;
  }
}
