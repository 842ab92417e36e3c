/** Which files of a folder can be recordings; one that somebody names is read whatever it is called. */
export const RECORDING_NAME = /\.(?:json|jsonl|ndjson|har)(?:\.gz)?$/i;

/** Bytes. Text of more letters than this can't be held at once. */
export const MOST_FILE_BYTES = 400_000_000;
