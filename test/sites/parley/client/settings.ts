/** What the server tells every page of itself. */
export interface SiteSettings {
  readonly base: string;
  readonly clean: boolean;
  readonly posthog: { readonly token: string; readonly host: string };
}

export function readSettings(): SiteSettings {
  const text = document.getElementById('parley-settings')?.textContent ?? '';
  // Written by our own server into this very document.
  return JSON.parse(text) as SiteSettings;
}
