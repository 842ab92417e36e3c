import type { FrameEvidence, Sighting } from '../../protocol/evidence';
import type { Mark } from '../../protocol/mark';
import type { ScanRequest } from '../../protocol/scan-request';
import type { JudgeAt } from '../../recorders/judging';
import { highlight } from '../highlight';
import { createMarks } from '../marks';
import { scanFrame } from '.';
import { createYield } from './slices';
import type { CaptureMemory } from './traps';
import { type Watch, watchChanges } from './watch';

export interface ScanSession {
  scan(request: ScanRequest): Promise<FrameEvidence>;
  /**
   * Scans, and then puts marks on the elements of the sightings that they are for. The evidence is of
   * the page without them; a scan after it is of the page with them, until `unmark`.
   */
  mark(
    request: ScanRequest,
    marks: readonly Mark[],
  ): Promise<{ readonly evidence: FrameEvidence; readonly elements: number }>;
  unmark(): void;
  /** Outlines one element, or none. */
  highlight(selector: string | null): void;
  /** Ends the watch and the outline; a scan can be asked for again. */
  stop(): void;
}

export interface SessionPorts {
  readonly closedShadowRoot: (host: Element) => ShadowRoot | null;
  readonly judgeAt: JudgeAt;
}

/** The scanner of one frame: one scan at a time, the watch after it, the marks that are tried, the outline. */
export function createScanSession(
  document: Document,
  { closedShadowRoot, judgeAt }: SessionPorts,
  onChange: () => void,
  signal: AbortSignal,
): ScanSession {
  const yieldToPage = createYield();
  const memory: CaptureMemory = new WeakMap();
  let watching: { readonly stop: AbortController; readonly watch: Watch } | null = null;
  let scanning: AbortController | null = null;
  let unhighlight = () => {};
  const marked = createMarks();

  const stop = () => {
    scanning?.abort();
    watching?.stop.abort();
    watching = null;
    unhighlight();
    unhighlight = () => {};
  };
  signal.addEventListener('abort', () => {
    stop();
    marked.undo();
  });

  async function scan(
    request: ScanRequest,
    onSighting?: (element: Element, sighting: Sighting) => void,
  ): Promise<FrameEvidence> {
    // Whoever asks for the page as it is gets it so, whatever was being tried out.
    if (request.preview !== true) marked.undo();
    // A newer question replaces an older one: the older answer would be stale.
    scanning?.abort();
    scanning = new AbortController();
    if (!request.watch) watching?.stop.abort();
    watching = request.watch ? (watching ?? startWatch(onChange)) : null;
    const { watch } = watching ?? {};
    return scanFrame(document, request, {
      closedShadowRoot,
      judgeAt,
      now: () => performance.now(),
      yieldToPage,
      memory,
      signal: scanning.signal,
      ...(watch && { onRoot: watch.add }),
      ...(onSighting && { onSighting }),
    });
  }

  return {
    stop,
    scan: (request) => scan(request),
    async mark(request, marks) {
      marked.undo();
      const wanted = new Map<string, string[]>();
      for (const mark of marks) {
        wanted.set(keyOf(mark), [...(wanted.get(keyOf(mark)) ?? []), mark.text]);
      }
      const found: (readonly [Element, readonly string[]])[] = [];
      const evidence = await scan(request, (element, sighting) => {
        const texts = wanted.get(keyOf(sighting));
        if (texts) found.push([element, texts]);
      });
      // Only after the scan: what it walks must not change under it.
      for (const [element, texts] of found) for (const text of texts) marked.put(element, text);
      return { evidence, elements: marked.elements };
    },
    unmark: () => marked.undo(),
    highlight(selector) {
      unhighlight();
      unhighlight =
        selector === null ? () => {} : highlight(document, selector, { closedShadowRoot });
    },
  };
}

/** What the session answers, by the protocol's names. */
export const answersOf = (session: ScanSession) => ({
  'scanner.scan': (request: ScanRequest) => session.scan(request),
  'scanner.mark': ({ scan, marks }: { scan: ScanRequest; marks: readonly Mark[] }) =>
    session.mark(scan, marks),
  'scanner.unmark': () => session.unmark(),
  'scanner.stop': () => session.stop(),
  'scanner.highlight': ({ selector }: { selector: string | null }) => session.highlight(selector),
});

const keyOf = ({
  template,
  channel,
  attribute,
}: Pick<Mark, 'template' | 'channel' | 'attribute'>) => [template, channel, attribute].join('\n');

function startWatch(onChange: () => void): { stop: AbortController; watch: Watch } {
  const stop = new AbortController();
  return { stop, watch: watchChanges(onChange, stop.signal) };
}
