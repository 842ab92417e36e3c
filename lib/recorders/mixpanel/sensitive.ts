import type { NodeView } from '../contract';

const TYPES: ReadonlySet<string> = new Set(['password', 'email', 'tel', 'hidden']);

const NAMES =
  /^cc|cardnum|ccnum|creditcard|csc|cvc|cvv|exp|pass|pwd|routing|seccode|securitycode|securitynum|socialsec|socsec|ssn/;

/** What makes Mixpanel mask a field whatever it is told; null: nothing does. */
export function alwaysMaskedFor(view: NodeView): string | null {
  const type = (view.attribute('type') ?? '').toLowerCase();
  if (TYPES.has(type)) return `type ${type}`;
  const autocomplete = (view.attribute('autocomplete') ?? '').toLowerCase();
  if (autocomplete !== '' && autocomplete !== 'off') return 'autocomplete';
  if (view.attribute('data-rr-is-password') !== null) return 'type password';
  const name = view.attribute('name') || view.attribute('id') || '';
  return NAMES.test(name.toLowerCase().replace(/[^a-z0-9]/g, '')) ? 'name' : null;
}
