import { message } from '../../core/message';
import type { RegionPack } from './contract';

/** The European Union and the EEA: the common rules as they are. */
export const gdpr: RegionPack = {
  id: 'gdpr',
  title: message('consent.walk.region.gdpr.title'),
  source: 'Regulation (EU) 2016/679 (GDPR); Directive 2002/58/EC (ePrivacy), art. 5(3)',
  rules: [],
  adapt: (finding) => finding,
};
