import { PathBlocked, type VisitOptions, type WalkDriver } from '../../consent/walk/driver';
import { HushmapError } from '../../core/errors';
import type { MessageName, Request, Response } from '../../protocol/messages';
import type { Obstacle } from '../../protocol/walk/scenarios';
import type { Vantage } from '../../protocol/walk/walk';
import type { Leaving } from './leaving';
import { PanelVisitor, type VisitorParts } from './panel-visitor';

export interface DriverParts extends Omit<VisitorParts, 'leaving'> {
  readonly viewport: Vantage['viewport'];
  readonly waits: Vantage['waits'];
  /** A way out of each path. */
  readonly newLeaving: () => Leaving;
}

/** Walks paths in the inspected tab over messages, a person pressing. */
export function createPanelDriver(parts: DriverParts): WalkDriver {
  const { tabId, url } = parts;
  const ask = askOrBlocked(parts.ask);
  let vantage = vantageOf(parts);
  return {
    get vantage() {
      return vantage;
    },
    async begin({ gpc }: VisitOptions) {
      parts.onTask({ kind: 'clear' });
      const leaving = parts.newLeaving();
      // Not left midway: a visit that begins after its end would leave things behind.
      const { cleared } = await ask('walk.begin', { tabId, url, gpc });
      if (cleared === 'scripts-own') vantage = { ...vantage, limits: ['http-only-cookies'] };
      if (leaving.reason !== null) throw new PathBlocked(leaving.reason);
      return new PanelVisitor({ ...parts, ask, leaving });
    },
    gpcFile: () => parts.ask('walk.gpcFile', { tabId, url }).catch(() => null),
  };
}

/** What the background could not do ends the path, and not the walk. */
function askOrBlocked(ask: DriverParts['ask']): DriverParts['ask'] {
  return async <N extends MessageName>(name: N, request: Request<N>): Promise<Response<N>> => {
    try {
      return await ask(name, request);
    } catch (cause) {
      const obstacle = cause instanceof HushmapError ? OBSTACLES[cause.code] : undefined;
      throw obstacle === undefined ? cause : new PathBlocked(obstacle);
    }
  };
}

const OBSTACLES: Partial<Record<HushmapError['code'], Obstacle>> = {
  'page.notAllowed': 'not-reached',
  'page.noGrant': 'not-reached',
  'page.gone': 'interrupted',
  'walk.gone': 'interrupted',
  'page.silent': 'timed-out',
  'message.lost': 'timed-out',
  'message.noHandler': 'timed-out',
  'walk.refused': 'not-possible-here',
};

function vantageOf({ viewport, waits }: DriverParts): Vantage {
  const { browser, version } = browserOf(navigator.userAgent);
  return {
    driver: 'panel',
    browser,
    version,
    country: '',
    proxy: false,
    locale: navigator.language.slice(0, 35),
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone.slice(0, 60),
    viewport,
    waits,
  };
}

/** Of the names that a browser calls itself by, the most particular one. */
export function browserOf(agent: string): Pick<Vantage, 'browser' | 'version'> {
  for (const [mark, browser] of NAMES) {
    const version = new RegExp(`${mark}/([\\d.]+)`).exec(agent)?.[1];
    if (version !== undefined) return { browser, version: version.slice(0, 40) };
  }
  return { browser: '', version: '' };
}

/** Chromium calls itself Safari as well, and its relatives call themselves Chrome. */
const NAMES = [
  ['Firefox', 'Firefox'],
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Chrome', 'Chrome'],
  ['Version/[\\d.]+ Safari', 'Safari'],
] as const;
