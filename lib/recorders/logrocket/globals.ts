import { readNames } from '../documented/read-globals';

export const readGlobals = readNames('LogRocket', '_LRLogger', '_lrAsyncScript');
