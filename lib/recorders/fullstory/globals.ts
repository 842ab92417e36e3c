import { readNames } from '../documented/read-globals';

export const readGlobals = readNames('FS', '_fs_host', '_fs_org');
