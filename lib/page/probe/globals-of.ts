import type { PageGlobals } from '../../recorders/read-page';

/** What pages and libraries put on their window is theirs; every reader checks what it finds. */
export const globalsOf = (win: Window): PageGlobals => win as unknown as PageGlobals;
