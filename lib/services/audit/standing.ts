import type { AuditPorts } from './ports';

/** Whether a page may be audited: by the policy, and by what the browser was allowed. */
export async function standing(
  url: string,
  ports: Pick<AuditPorts, 'policy' | 'hasGrant'>,
): Promise<'idle' | 'no-grant' | 'not-allowed'> {
  // Without a grant the browser does not even tell the address.
  if (url === '') return 'no-grant';
  if (!/^https?:/.test(url)) return 'not-allowed';
  if (await isForbidden(url, ports)) return 'not-allowed';
  return (await ports.hasGrant(url)) ? 'idle' : 'no-grant';
}

/** What a policy closes on a page: half of Hushmap, or the page's origin to both. */
export async function isForbidden(
  url: string,
  ports: Pick<AuditPorts, 'policy'>,
  half: 'audit' | 'heat' = 'audit',
): Promise<boolean> {
  const policy = await ports.policy();
  const isOff = policy.featuresOff?.includes(half) === true;
  return isOff || policy.allowedOrigins?.includes(originOf(url)) === false;
}

/** Empty: not a web address. */
export const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : '');
