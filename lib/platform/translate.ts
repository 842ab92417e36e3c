import { i18n } from '#i18n';
import type { Translate } from '../core/message';

/** The `translate` port over the browser's own catalogue. A leading number chooses plural forms. */
export const translate: Translate = (id, params = []) => {
  const words = params.map(String);
  const [first] = params;
  // The generated types know each key by its own signature; a port takes any of them.
  const t = i18n.t as (key: string, ...rest: unknown[]) => string;
  return typeof first === 'number' ? t(id, first, words) : t(id, words);
};
