import { exposureRule } from '../exposure-rule';

/** A mark that keeps events out, taken for one that masks the value. */
export const ignoreMistaken = exposureRule('ignore-mistaken', 'ignoreMistaken');
