/** Tells the background what it does not know yet. */
export interface Teller {
  /** Sends what differs from what was told last; null: it is known. What failed to arrive is not. */
  tell<T>(told: unknown, send: () => Promise<T>): Promise<T | null>;
  /** The background needs it again, also where it is being told just now. */
  forget(): void;
}

export function createTeller(): Teller {
  let known: string | null = null;
  let forgotten = 0;
  return {
    async tell(told, send) {
      const text = JSON.stringify(told);
      if (text === known) return null;
      const before = forgotten;
      const answer = await send();
      if (before === forgotten) known = text;
      return answer;
    },
    forget() {
      known = null;
      forgotten++;
    },
  };
}
