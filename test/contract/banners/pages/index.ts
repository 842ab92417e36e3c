import { FAULT_PAGES, OWN_PAGES } from './own';
import type { BannerPage } from './page';
import { REAL_PAGES } from './real';

export const PAGES: readonly BannerPage[] = [...OWN_PAGES, ...FAULT_PAGES, ...REAL_PAGES];
