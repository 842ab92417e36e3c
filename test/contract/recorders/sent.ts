import type { Page, Request } from 'playwright/test';
import type { WireRequest } from '../../../lib/wire/contract';

/** Every request of a page as the browser shows it; those to this machine are told by whoever gets them. */
export function watchRequests(page: Page): readonly WireRequest[] {
  const requests: WireRequest[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).hostname === '127.0.0.1') return;
    requests.push(asSeen(request, `browser ${requests.length}`));
  });
  return requests;
}

/** A body that the browser does not show was sent all the same: somebody has to say so. */
function asSeen(request: Request, id: string): WireRequest {
  const body = request.postDataBuffer();
  const base = { id, url: request.url(), headers: request.headers(), body };
  const isHidden = body === null && request.method() === 'POST';
  return isHidden ? { ...base, unseen: 1 } : base;
}
