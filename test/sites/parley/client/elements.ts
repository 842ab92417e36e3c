import type { SiteSettings } from './settings';

interface Card {
  readonly name: string;
  readonly detail: string;
}

/** The two cards with a shadow root: the wallet's is closed, the profile's is open. */
export function defineElements(settings: SiteSettings): void {
  customElements.define(
    'parley-wallet',
    class extends HTMLElement {
      readonly #root = this.attachShadow({ mode: 'closed' });
      connectedCallback(): void {
        void fill(this.#root, 'wallet', settings, WALLET);
      }
    },
  );
  customElements.define(
    'parley-profile',
    class extends HTMLElement {
      readonly #root = this.attachShadow({ mode: 'open' });
      connectedCallback(): void {
        void fill(this.#root, 'profile', settings, PROFILE);
      }
    },
  );
}

/** Mended, the mark stands inside the root, on the card itself: one on the host does not reach in. */
async function fill(
  root: ShadowRoot,
  card: string,
  { base, clean }: SiteSettings,
  markup: string,
): Promise<void> {
  const response = await fetch(`${base}/cards/${card}`);
  const { name, detail }: Card = await response.json();
  const article = document.createElement('article');
  if (clean) article.className = 'ph-no-capture';
  article.innerHTML = markup;
  article.querySelector('.account-name')?.append(name);
  article.querySelector('.detail')?.append(detail);
  root.replaceChildren(sheet(), article);
}

const WALLET = `<p class="small">Refunds go to</p><p class="account-name"></p><p class="iban detail"></p><p class="small">Verified last week</p>`;
const PROFILE = `<span class="face" aria-hidden="true"></span><p class="account-name"></p><p class="account-email detail"></p><p class="small">On shift until 17:40</p>`;

function sheet(): HTMLStyleElement {
  const style = document.createElement('style');
  style.textContent = `
    article { padding: 24px 22px; border-radius: 24px 24px 24px 6px; background: var(--deep); color: var(--on-deep); overflow-wrap: anywhere }
    p { margin: 0 }
    .small { font-size: 15px; opacity: .8 }
    .account-name { margin-top: 6px; font: 700 22px/1.25 Bricolage, sans-serif; letter-spacing: -.02em }
    .detail { margin-bottom: 14px; font-size: 16px; letter-spacing: -.01em; font-variant-numeric: tabular-nums }
    .face { display: block; width: 52px; height: 52px; margin-bottom: 12px; border-radius: 20px 20px 20px 6px; background: radial-gradient(circle at 50% 38%, #ffe9df 0 22%, transparent 23%), radial-gradient(circle at 50% 105%, #ffe9df 0 42%, transparent 43%), var(--coral) }`;
  return style;
}
