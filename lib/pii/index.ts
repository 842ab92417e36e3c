export type {
  ElementFacts,
  FieldFacts,
  FieldVerdict,
  Surroundings,
  TextMatch,
} from './contract';
export { classifyFields } from './fields/classify';
export { classNameOf } from './names';
