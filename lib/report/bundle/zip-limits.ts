/** Bytes of a bundle, and of all its files unpacked: a walk of seven paths has some 20 MB. */
export const MOST_PACKED = 256 * 1024 * 1024;
export const MOST_UNPACKED = 512 * 1024 * 1024;
/** A walk has at most 100 paths of 12 steps. */
export const MOST_FILES = 5_000;
