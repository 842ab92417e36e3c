import { make } from '../elements';

/** Takes the page away until somebody has chosen; gives its undo. */
export function raiseWall(): () => void {
  const root = document.documentElement;
  const main = document.querySelector('main');
  const veil = make('div', { class: 'veil' });
  root.classList.add('walled');
  main?.setAttribute('inert', '');
  document.body.append(veil);
  return () => {
    root.classList.remove('walled');
    main?.removeAttribute('inert');
    veil.remove();
  };
}
