/** Whether a server asks to be left alone for a while. */
export const isAskedTooOften = ({ status }: Response): boolean => status === 429;

/** Seconds to wait, from `Retry-After` as seconds or as a date (RFC 9110, 10.2.3); a minute without. */
export function retryAfter(response: Response, now: number): number {
  const said = response.headers.get('retry-after')?.trim() ?? '';
  const seconds = /^\d+$/.test(said) ? Number(said) : (Date.parse(said) - now) / 1000;
  if (!Number.isFinite(seconds)) return 60;
  return Math.min(Math.max(Math.ceil(seconds), 1), 86_400);
}

/** Resolves after `ms`; rejects at once when the signal is aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}

/** Calls `expire` with its limit when nothing was heard for so long. */
export function createSilence(limitMs: number, expire: (ms: number) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => clearTimeout(timer);
  const heard = () => {
    end();
    timer = setTimeout(expire, limitMs, limitMs);
  };
  return { heard, end };
}

/** At least the first piece of a text, cut at 4,000 characters: enough to tell why somebody refused. */
export async function beginningOf({ body }: Response): Promise<string> {
  if (body === null) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (text.length < MAX_REASON) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  reader.releaseLock();
  return text.slice(0, MAX_REASON);
}

const MAX_REASON = 4_000;
