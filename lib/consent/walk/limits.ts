import type { Walk } from '../../protocol/walk/walk';

/**
 * Whether every cookie of the site could be seen, with the day that it ends. Without the browser's
 * permission for cookies there are only names that a page's script can see: of those alone, the
 * absence of one says nothing, nor does the life of one.
 */
export const seesAllCookies = ({ vantage }: Walk): boolean =>
  vantage.limits?.includes('http-only-cookies') !== true;
