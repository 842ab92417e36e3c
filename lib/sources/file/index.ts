export { CsvError } from './csv';
export {
  type AnswerFacts,
  AnswerFactsSchema,
  HEAT_FORMAT,
  HEAT_VERSION,
  MAX_FILE_BYTES,
} from './format';
export { heatOf } from './heat-of';
export { type FilePorts, type HeatOfPage, readHeatFile } from './read';
export { createHeatReader } from './reader';
export { createRowCollector, type RowColumns } from './rows';
export { writeHeatFile } from './write';
