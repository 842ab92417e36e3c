export { MAX_FILE_BYTES } from './format';
export { type FilePorts, type HeatOfPage, readHeatFile } from './read';
export { writeHeatFile } from './write';
