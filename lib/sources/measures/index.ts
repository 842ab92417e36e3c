export { isMeasuresFile } from './is-measures-file';
export { type MeasuresOfPage, readMeasuresFile } from './read';
