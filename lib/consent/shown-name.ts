import { redactName } from '../report/redact-name';

/**
 * The name of a cookie or of a stored key as every witness tells it: through the same redactor, or one
 * name would be two. Which recorder a name belongs to has to be asked before.
 */
export const shownName = (name: string): string => redactName(name).slice(0, 300);
