/** Letters and digits alone: a page may group digits, or write a name its own way. */
export const bareText = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
