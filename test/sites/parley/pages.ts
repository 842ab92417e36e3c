import { chat } from './views/chat';
import type { View, ViewContext } from './views/html';
import { landing, lateTemplates } from './views/landing';
import { layout } from './views/layout';
import { invoice, payment } from './views/payment';
import { pricing } from './views/pricing';
import { settings } from './views/settings';
import { signUp } from './views/sign-up';

const VIEWS: Readonly<Record<string, (at: ViewContext) => View>> = {
  '/': landing,
  '/pricing': pricing,
  '/sign-up': signUp,
  '/payment': payment,
  '/chat': chat,
  '/settings': settings,
};

/** The markup of a page or of a part of one; null where there is none. */
export function renderPage(path: string, at: ViewContext, siteSettings: string): string | null {
  if (path === '/frames/invoice') return invoice(at).markup;
  if (path === '/late/templates') return lateTemplates(at).markup;
  const view = Object.hasOwn(VIEWS, path) ? VIEWS[path] : undefined;
  return view ? layout(view(at), at, siteSettings).markup : null;
}

/** What the two cards with a shadow root ask for. */
export function renderCard(path: string, { one }: ViewContext): unknown {
  if (path === '/cards/wallet') {
    return { name: one('payment-wallet-name'), detail: one('payment-wallet-iban') };
  }
  if (path === '/cards/profile') {
    return { name: one('chat-profile-name'), detail: one('chat-profile-email') };
  }
  return null;
}
