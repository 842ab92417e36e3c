import type { CanaryPlan, WireHit, WirePlace, WireReport, WireRequest } from './contract';
import type { Step } from './decode/contract';
import { readBody } from './decode/read-body';
import { groupedNumbers } from './search/digit-runs';
import { HitBook } from './search/hit-book';
import { type Mark, marksOf, numbersOf } from './search/marks';
import { PatternSet } from './search/patterns';
import { TypedStreams } from './search/typed';

export type Sought = Pick<CanaryPlan, 'canaries' | 'shams'>;

/** Looks for the canaries of a plan in everything that is sent. */
export interface WireSearch {
  read(request: WireRequest): void;
  /** What was found so far. */
  report(): WireReport;
}

/** Which field reached which receiver, in requests that are all there already. */
export function findCanaries(sought: Sought, requests: readonly WireRequest[]): WireReport {
  const search = openSearch(sought);
  for (const request of requests) search.read(request);
  return search.report();
}

/** A search that requests come to one by one. They are read and forgotten. */
export function openSearch({ canaries, shams }: Sought): WireSearch {
  const all = [...canaries, ...shams];
  const marks = new PatternSet<Mark>(all.flatMap(marksOf));
  const numbers = new PatternSet<Mark>(all.flatMap(numbersOf));
  const typed = new TypedStreams();
  const book = new HitBook(shams.length);

  const readText = (text: string, hit: Omit<Place, 'text'>): void => {
    marks.find(text, ({ meaning, how }) =>
      book.add(hitOf(meaning, how, hit), meaning, hit.isAbsence),
    );
    const grouped = groupedNumbers(text);
    numbers.find(grouped, ({ meaning, how }) =>
      book.add(hitOf(meaning, how, hit), meaning, hit.isAbsence),
    );
  };

  const read = (request: WireRequest): void => {
    const receiver = receiverOf(request.url);
    const base = { receiver, request: request.id, isAbsence: request.isAbsence ?? false };
    const readPart = (part: string | Uint8Array, place: WirePlace, encoding = ''): void => {
      const opaque = readBody(
        part,
        ({ text, path }) => {
          readText(text, { ...base, place, path });
          if (!base.isAbsence) typed.add(text, receiver, request.id);
        },
        { contentEncoding: encoding },
      );
      book.read(part.length);
      book.addOpaque(opaque, receiver, request.id);
    };
    readPart(request.url, 'url');
    const headers = Object.entries(request.headers ?? {});
    if (headers.length > 0) readPart(headers.map((pair) => pair.join(': ')).join('\n'), 'header');
    const encoding = headers.find(([name]) => /^content-encoding$/i.test(name))?.[1];
    if (request.body) readPart(request.body, 'body', encoding);
    book.addOpaque({ unseen: request.unseen ?? 0 }, receiver, request.id);
    book.countRequest();
  };

  const readTyped = (): void => {
    for (const { text, receiver, requestAt } of typed.texts()) {
      marks.find(text, ({ meaning, at, how }) => {
        if (meaning.form === 'hash') return;
        const place = { receiver, request: requestAt(at), place: 'body' as const, path: [] };
        const form = how === 'partial' ? 'partial' : 'typed';
        book.add({ ...hitOf(meaning, how, place), form }, meaning, false);
      });
    }
  };

  return {
    read,
    report: () => {
      readTyped();
      return book.report();
    },
  };
}

interface Place {
  readonly receiver: string;
  readonly request: string;
  readonly place: WirePlace;
  readonly path: readonly Step[];
  readonly isAbsence?: boolean;
}

function hitOf(
  { canary, form, hash }: Mark,
  how: 'plain' | 'folded' | 'partial',
  { receiver, request, place, path }: Place,
): WireHit {
  const { field, pii } = canary;
  const isPlain = form === 'plain' || (form === 'digits' && how === 'partial');
  const base = { field, pii, form: isPlain ? how : form, place, path, receiver, request };
  return hash === undefined ? base : { ...base, hash };
}

function receiverOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
