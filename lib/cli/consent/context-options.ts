import type { VisitOptions } from '../../consent/walk/driver';
import type { WalkRequest } from './options';

/** A browser context as every visit has it, with nothing stored in it. */
export function contextOptions(
  { page, locale, timezone, proxy }: WalkRequest,
  { gpc }: VisitOptions,
) {
  return {
    viewport: { ...page.viewport },
    ...(locale === '' ? {} : { locale }),
    ...(timezone === '' ? {} : { timezoneId: timezone }),
    ...(proxy === null ? {} : { proxy: { server: proxy } }),
    ...(gpc ? { extraHTTPHeaders: { 'Sec-GPC': '1' } } : {}),
  };
}
