import { readNames } from '../documented/read-globals';

export const readGlobals = readNames('_cls_config', '_cls_s');
