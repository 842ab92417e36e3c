import { readNames } from '../documented/read-globals';

export const readGlobals = readNames('smartlook');
