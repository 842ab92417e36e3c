import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { closeServer, listen, portOf, startPostHogDouble } from '../../sites/posthog-double/double';
import { type Asset, loadAssets, tarteaucitronFile } from './assets';
import type { Settings } from './client/settings';
import { framePage, indexPage, privacyPage, shopPage, signInPage } from './html';
import { PAGES } from './pages';
import { type BannerPage, tokenOf } from './pages/page';
import { wordsIn } from './words/words';

export interface Banners {
  /** `http://localhost:…`: each page is at a path of its own, `/own-good-div`. */
  readonly origin: string;
  /** `http://127.0.0.1:…`: the same server, and another site. */
  readonly otherOrigin: string;
  readonly pages: readonly BannerPage[];
  /** How many parts of recordings arrived of one page so far. */
  ingests(name: string): number;
  /** Events of analytics that arrived beside them. */
  events(name: string): readonly string[];
  close(): Promise<void>;
}

/** Starts the banners, and what their recorders send to, on loopback. */
export async function startBanners(options: { readonly port?: number } = {}): Promise<Banners> {
  const posthog = await startPostHogDouble();
  const assets = await loadAssets();
  const replays = new Map<string, number>();

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await listen(server, options.port ?? 0);
  const port = portOf(server);
  const otherOrigin = `http://127.0.0.1:${port}`;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://shop');
    const asset = assets.get(pathname) ?? (await tarteaucitronFile(pathname));
    const [, name = '', part = ''] = pathname.split('/');
    const page = PAGES.find((one) => one.name === name);
    if (asset !== null) {
      sendAsset(response, asset);
    } else if (page === undefined) {
      const index = found(indexPage(PAGES.map((one) => one.name)));
      html(response, pathname === '/' ? index : NOT_FOUND);
    } else if (part === 'replay') {
      await drain(request);
      replays.set(name, (replays.get(name) ?? 0) + 1);
      response.writeHead(204).end();
    } else {
      const given = answerPart(part, {
        page,
        words: wordsIn(page.lang),
        bannerWords: wordsIn(page.bannerLang ?? page.lang),
        isSecond: part === 'second',
        isFrame: false,
        otherOrigin,
        posthog: { token: tokenOf(name), host: posthog.origin },
      });
      if ('location' in given) response.writeHead(302, { Location: given.location }).end();
      else html(response, given);
    }
  };

  return {
    // A name, not the address: a frame of the other origin must be of another site.
    origin: `http://localhost:${port}`,
    otherOrigin,
    pages: PAGES,
    ingests: (name) => {
      const sent = posthog.ingested().filter(({ path, payload }) => {
        return path.startsWith('/s') && JSON.stringify(payload).includes(tokenOf(name));
      });
      return (replays.get(name) ?? 0) + sent.length;
    },
    events: (name) =>
      posthog
        .ingested()
        .filter(({ path }) => !path.startsWith('/s'))
        .map(({ payload }) => JSON.stringify(payload))
        .filter((text) => text.includes(tokenOf(name))),
    close: async () => {
      await Promise.all([closeServer(server), posthog.close()]);
    },
  };
}

interface Answer {
  readonly status: number;
  readonly markup: string;
}

const NOT_FOUND: Answer = { status: 404, markup: 'There is no such page.' };
const found = (markup: string): Answer => ({ status: 200, markup });

function answerPart(part: string, settings: Settings): Answer | { readonly location: string } {
  const { name, flaws } = settings.page;
  if (part === 'login') return found(signInPage(settings));
  if (part === '' || part === 'second') {
    if (flaws.includes('sign-in-401')) return { status: 401, markup: signInPage(settings) };
    if (flaws.includes('sign-in')) return { location: `/${name}/login` };
    return found(shopPage(settings));
  }
  if (part === 'privacy') return found(privacyPage(settings));
  return part === 'frame' ? found(framePage(settings)) : NOT_FOUND;
}

function html(response: ServerResponse, { status, markup }: Answer): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(markup);
}

function sendAsset(response: ServerResponse, { type, body }: Asset): void {
  response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'max-age=60' });
  response.end(body);
}

async function drain(request: IncomingMessage): Promise<void> {
  for await (const _ of request);
}
