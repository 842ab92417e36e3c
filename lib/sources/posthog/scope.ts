import { HushmapError } from '../../core/errors';
import type { ReadRefusal } from '../http-errors';

/** The scopes of a personal API key that Hushmap may need. */
export type Scope = 'heatmap:read' | 'element:read' | 'query:read';

/**
 * What a refusal of PostHog means. It answers 403 both to a key without a scope ("API key missing
 * required scope 'heatmap:read'") and to one that may not see the project ("does not have access to
 * the requested project"); other words are left to the general error.
 */
export const refusedFor =
  (host: string, scope: Scope): ReadRefusal =>
  (status, text) => {
    if (status !== 403) return null;
    if (/\bscope/i.test(text)) return new HushmapError('source.noScope', [host, scope]);
    if (/access to the (?:requested )?project/i.test(text)) {
      return new HushmapError('source.otherProject', [host]);
    }
    return null;
  };
