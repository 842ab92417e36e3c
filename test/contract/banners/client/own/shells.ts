import type { Shell } from '../../pages/page';
import { make } from '../elements';
import type { Settings } from '../settings';
import { NOTICE_STYLE as style } from './style';

/** Where a banner stands: it is put in, and taken away again. */
export interface Place {
  show(banner: HTMLElement): void;
  hide(): void;
}

/** A place in the page's own document, or in a tree of its own. */
export function placeFor(shell: Exclude<Shell, 'iframe'>, { page }: Settings): Place {
  let host: HTMLElement | null = null;
  return {
    show: (banner) => {
      host?.remove();
      host = HOSTS[shell](banner, page.flaws.includes('wall'));
    },
    hide: () => {
      host?.remove();
      host = null;
    },
  };
}

type MakeHost = (banner: HTMLElement, isWall: boolean) => HTMLElement;

const HOSTS: Readonly<Record<Exclude<Shell, 'iframe'>, MakeHost>> = {
  div: (banner) => {
    styleOnce();
    document.body.prepend(banner);
    return banner;
  },
  dialog: (banner, isWall) => {
    styleOnce();
    banner.removeAttribute('role');
    const dialog = make('dialog', { class: 'around' }, banner);
    document.body.prepend(dialog);
    // What a wall is for: it does not go by Esc.
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    if (isWall) dialog.showModal();
    else dialog.show();
    return dialog;
  },
  'open-shadow': (banner) => shadowed(banner, 'open'),
  'closed-shadow': (banner) => shadowed(banner, 'closed'),
  element: (banner) => {
    if (!customElements.get('seed-consent')) customElements.define('seed-consent', SeedConsent);
    const element = document.createElement('seed-consent');
    document.body.prepend(element);
    // The buttons are in a tree within the tree.
    const row = banner.querySelector('.row');
    const inner = make('div');
    row?.replaceWith(inner);
    if (row) inner.attachShadow({ mode: 'open' }).append(make('style', {}, style), row);
    element.shadowRoot?.append(make('style', {}, style), banner);
    return element;
  },
};

class SeedConsent extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
  }
}

function shadowed(banner: HTMLElement, mode: ShadowRootMode): HTMLElement {
  const host = make('div');
  host.attachShadow({ mode }).append(make('style', {}, style), banner);
  document.body.prepend(host);
  return host;
}

function styleOnce(): void {
  if (document.getElementById('notice-style')) return;
  document.head.append(make('style', { id: 'notice-style' }, style));
}
