/** Notes that a way of telling browsers apart was read, by the script that called. */
export type NoteReading = (detail: 'canvas' | 'audio' | 'fonts' | 'webgl') => void;
