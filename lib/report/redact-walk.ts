import * as v from 'valibot';
import type { RecorderState } from '../protocol/recorders';
import type { TimelineEvent } from '../protocol/timeline';
import type { BannerReading } from '../protocol/walk/banner';
import type { WalkRequest, WalkStep } from '../protocol/walk/step';
import { type Walk, type WalkScenario, WalkSchema } from '../protocol/walk/walk';
import { cap } from './cap';
import { redactJson } from './redact-json';
import { redactName } from './redact-name';
import { redactSelector } from './redact-selector';
import { redactText } from './redact-text';
import { redactUrl } from './redact-url';

/**
 * A walk as it may be handed on: every word that a page or a server could have written goes through
 * the redactor, whatever it went through before. The result keeps the published form of a walk.
 *
 * @throws ValiError for what is no walk.
 */
export function redactWalk(walk: Walk): Walk {
  return v.parse(WalkSchema, {
    ...walk,
    url: url(walk.url),
    title: text(walk.title, 300),
    vantage: {
      ...walk.vantage,
      browser: text(walk.vantage.browser, 120),
      version: plain(walk.vantage.version),
      country: text(walk.vantage.country, 60),
      locale: text(walk.vantage.locale, 35),
      timezone: text(walk.vantage.timezone, 60),
    },
    gpcFile: walk.gpcFile && { ...walk.gpcFile, lastUpdate: text(walk.gpcFile.lastUpdate, 40) },
    recorders: walk.recorders.map(redactRecorder),
    scenarios: walk.scenarios.map(
      (scenario): WalkScenario => ({
        ...scenario,
        steps: scenario.steps.map(redactStep),
      }),
    ),
  });
}

const text = (raw: string, most: number): string => cap(redactText(raw), most);
const name = (raw: string): string => cap(redactName(raw), 300);
const url = (raw: string, most = 2000): string => cap(redactUrl(raw), most);
const selector = (raw: string, most = 1000): string => cap(redactSelector(raw), most);
/** A script's address, or the kind of cause, which is no address. */
const cause = (raw: string): string => (raw.includes('/') ? url(raw, 500) : text(raw, 500));

/** A version, a method or a name of ours: its form leaves no room for words, and the redactor would take a version for a number. */
const plain = (raw: string): string => (/^[\w.+/ -]*$/.test(raw) ? raw : '‹value›');

const redactRecorder = ({
  version,
  options,
  setup,
  ...recorder
}: RecorderState): RecorderState => ({
  ...recorder,
  version: version === null ? null : plain(version),
  options: redactJson(options),
  ...(setup && { setup: { ...setup, label: text(setup.label, 60) } }),
});

function redactStep(step: WalkStep): WalkStep {
  return {
    ...step,
    url: url(step.url),
    timeline: { ...step.timeline, events: step.timeline.events.map(redactEvent) },
    requests: step.requests.map(redactRequest),
    cookies: step.cookies.map((cookie) => ({
      ...cookie,
      name: name(cookie.name),
      domain: text(cookie.domain, 300),
    })),
    stored: step.stored.map((stored) => ({
      ...stored,
      name: name(stored.name),
      origin: url(stored.origin, 300),
    })),
    clicks: step.clicks.map((click) => ({
      ...click,
      label: text(click.label, 200),
      selector: selector(click.selector),
      picture: plain(click.picture),
    })),
    picture: plain(step.picture),
    banner: step.banner && redactBanner(step.banner),
    settings: step.settings && redactBanner(step.settings),
  };
}

const redactRequest = (request: WalkRequest): WalkRequest => ({
  ...request,
  method: plain(request.method),
  url: url(request.url),
  owner: text(request.owner, 120),
  category: text(request.category, 60),
  initiator: cause(request.initiator),
  ...(request.gcs !== undefined && { gcs: plain(request.gcs) }),
  ...(request.gcd !== undefined && { gcd: plain(request.gcd) }),
});

function redactBanner(banner: BannerReading): BannerReading {
  const { policyLink } = banner;
  const named = <T extends { readonly label: string; readonly selector: string }>(one: T): T => ({
    ...one,
    label: text(one.label, 200),
    selector: selector(one.selector),
  });
  return {
    ...banner,
    cmp: text(banner.cmp, 80),
    lang: {
      stated: text(banner.lang.stated, 35),
      written: text(banner.lang.written, 35),
      page: text(banner.lang.page, 35),
    },
    selector: selector(banner.selector),
    controls: banner.controls.map(named),
    toggles: banner.toggles.map(named),
    policyLink: policyLink && { ...named(policyLink), href: url(policyLink.href) },
  };
}

function redactEvent(event: TimelineEvent): TimelineEvent {
  switch (event.kind) {
    case 'choice':
      return { ...event, selector: selector(event.selector, 300) };
    case 'request':
      return { ...event, url: url(event.url), method: plain(event.method) };
    case 'storage':
      return { ...event, name: name(event.name) };
    case 'banner':
      return { ...event, cmp: text(event.cmp, 60), lang: text(event.lang, 20) };
    case 'call':
      return { ...event, by: cause(event.by), detail: text(event.detail, 60) };
    case 'signal':
      return {
        ...event,
        note: text(event.note, 120),
        states: Object.fromEntries(
          Object.entries(event.states).map(([key, state]) => [text(key, 80), state]),
        ),
        ...(event.details && { details: redactDetails(event.details) }),
      };
    default:
      return event;
  }
}

type Details = Readonly<Record<string, string | number | boolean>>;

const redactDetails = (details: Details): Record<string, string | number | boolean> =>
  Object.fromEntries(
    Object.entries(details).map(([key, value]) => [
      text(key, 60),
      typeof value === 'string' ? text(value, 200) : value,
    ]),
  );
