import { message } from '../../core/message';
import { otherPartyRecorded } from '../rules/other-party-recorded/walk';
import type { RegionPack } from './contract';

/** Services through which people write to each other: one's consent does not speak for the other. */
export const telecom: RegionPack = {
  id: 'telecom',
  title: message('consent.walk.region.telecom.title'),
  source:
    'Directive 2002/58/EC, art. 5(1) (confidentiality of communications); Directive (EU) 2018/1972, art. 2(4)–(7); GDPR',
  rules: [otherPartyRecorded],
  adapt: (finding) => finding,
};
