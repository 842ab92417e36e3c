import { readNames } from '../documented/read-globals';

export const readGlobals = readNames('_uxa', 'CS_CONF');
