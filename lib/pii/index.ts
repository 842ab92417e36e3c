export type {
  ElementFacts,
  FieldFacts,
  FieldVerdict,
  Surroundings,
  TextMatch,
} from './contract';
export { classifyFields } from './fields/classify';
export { classifyLabel } from './messages/classify-label';
export { classifyText } from './messages/classify-text';
export type { InnerFacts } from './messages/prose';
export { enterSurroundings, rootSurroundings } from './messages/surroundings';
export { classNameOf } from './names';
export { maskPreview } from './preview';
export { recognise } from './text/recognise';
export { recogniseUrl, type UrlMatch } from './text/url';
