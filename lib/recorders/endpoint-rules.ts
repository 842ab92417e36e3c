/** What a request of a recorder is for. `ingest` carries a recording. */
export type Purpose = 'ingest' | 'config' | 'asset' | 'analytics';

/** Where a recorder talks to, and what it leaves in the browser. All patterns are anchored by use. */
export interface EndpointRules {
  /**
   * Vendor hosts, each with all beneath it, that the recorder sends to: what blocks it and breaks
   * least. Empty where the site alone says where its recordings go.
   */
  readonly hosts: readonly string[];
  /** Vendor hosts: enough by themselves. The first match wins. */
  readonly vendor: readonly UrlRule[];
  /** Paths that a proxy or a self-hosted service shows, so characteristic that the host is free. */
  readonly anywhere: readonly PathRule[];
  /** Paths too common to tell by themselves: they count where the recorder is known to be there. */
  readonly whereKnown: readonly PathRule[];
  readonly cookies: readonly RegExp[];
  /** Keys of local and session storage and names of databases. */
  readonly storage: readonly RegExp[];
}

export interface PathRule {
  readonly path: RegExp;
  readonly purpose: Purpose;
}

export interface UrlRule extends PathRule {
  readonly host: RegExp;
}

/** Any path of a host. */
export const ANY = /^/;
