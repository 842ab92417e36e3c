import { HIT_FORMS, type WireHit, type WireOpaque, type WireReport } from '../contract';
import type { Mark } from './marks';

/** Keeps of many hits the one that says most: one a field, place and request. */
export class HitBook {
  readonly #hits = new Map<string, WireHit>();
  readonly #opaque: WireOpaque[] = [];
  /** Places where a sham was found. */
  readonly #shamHits = new Set<string>();
  #earlyHits = 0;
  #requests = 0;
  #bytes = 0;

  constructor(private readonly shams: number) {}

  add(hit: WireHit, { canary }: Mark, isAbsence: boolean | undefined): void {
    const key = [hit.field, hit.receiver, hit.request, hit.place].join('\n');
    if (canary.isSham) {
      this.#shamHits.add(key);
      return;
    }
    if (isAbsence) {
      this.#earlyHits++;
      return;
    }
    const other = this.#hits.get(key);
    if (!other || rank(hit) < rank(other)) this.#hits.set(key, hit);
  }

  addOpaque(
    opaque: Readonly<Partial<Record<WireOpaque['kind'], number>>>,
    receiver: string,
    request: string,
  ): void {
    for (const [kind, bytes] of Object.entries(opaque)) {
      // The keys are those of the record.
      if (bytes > 0)
        this.#opaque.push({ receiver, request, kind: kind as WireOpaque['kind'], bytes });
    }
  }

  read(length: number): void {
    this.#bytes += length;
  }

  countRequest(): void {
    this.#requests++;
  }

  report(): WireReport {
    return {
      hits: [...this.#hits.values()],
      opaque: [...this.#opaque],
      requests: this.#requests,
      bytes: this.#bytes,
      void: this.#shamHits.size > 0 ? 'sham' : this.#earlyHits > 0 ? 'absence' : null,
      shams: { sought: this.shams, found: this.#shamHits.size },
    };
  }
}

/** The value itself before what was made of it, the shortest way to it first. */
const rank = ({ form, path }: WireHit): number => HIT_FORMS.indexOf(form) * 100 + path.length;
