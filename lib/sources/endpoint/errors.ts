import { HushmapError } from '../../core/errors';
import type { SourceConfig } from '../../protocol/sources';

/** What a status of HTTP means here: an endpoint has a path and a key, and no project or scope. */
export function preciseError(
  error: HushmapError,
  config: Extract<SourceConfig, { kind: 'endpoint' }>,
): HushmapError {
  const { host } = new URL(config.host);
  switch (error.code) {
    case 'source.notFound':
      return new HushmapError('endpoint.notFound', [host, config.path]);
    case 'source.unauthorized':
    case 'source.forbidden': {
      const status = error.code === 'source.unauthorized' ? 401 : 403;
      const code = config.needsKey ? 'endpoint.refused' : 'endpoint.keyNeeded';
      return new HushmapError(code, [host, status]);
    }
    case 'source.failed':
      // RFC 9110: 501, the server does not support what is needed to answer.
      return error.params[1] === 501 ? new HushmapError('source.cannot', [host]) : error;
    case 'source.badShape':
      return new HushmapError('endpoint.notHeat', [host]);
    default:
      return error;
  }
}
