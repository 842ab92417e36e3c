/** Options of rrweb's own names that several recorders take. */
export const NAMED = ` blockClass: 'secret', maskTextClass: 'private', ignoreClass: 'x' `;
export const SELECTORS = ` maskTextSelector: '.private, [data-private]', blockSelector: '.secret' `;
