import { readNames } from '../documented/read-globals';

export const readGlobals = readNames('LOQ', '__lo_site_id');
