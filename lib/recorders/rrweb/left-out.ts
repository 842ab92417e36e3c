import { message } from '../../core/message';
import type { Channel } from '../../protocol/recorders';
import type { Judgement } from '../contract';
import type { Dialect } from './dialect';
import { absent, unknown } from './judgements';
import type { Place } from './place';

/** What the snapshot never holds: closed roots, levels that are too deep, blocked elements. */
export function leftOut(place: Place, dialect: Dialect, channel: Channel): Judgement | null {
  const { name, maxDepth } = dialect;
  if (place.closed) return absent(message('recorder.because.closedRoot', name));
  if (maxDepth !== null && isTooDeep(place, channel, maxDepth)) {
    return absent(message('recorder.because.tooDeep', name, maxDepth));
  }
  if (place.hostBlocked && (place.inRoot || place.blockedHere === false)) {
    return dialect.blockReachesLateRoot
      ? absent(message('recorder.because.blockedAbove', name, place.blockedBy))
      : unknown(message('recorder.because.blockedHost', name, place.blockedBy), null);
  }
  if (place.blockedAbove === true) {
    return absent(message('recorder.because.blockedAbove', name, place.blockedBy));
  }
  if (place.blockedHere === true && channel !== 'class') {
    return absent(message('recorder.because.blocked', name, place.blockedBy));
  }
  if (place.blockedAbove === null || (place.blockedHere === null && channel !== 'class')) {
    return unknown(message('recorder.because.optionUnread', name, place.blockedBy), null);
  }
  return null;
}

/** Text and comments are nodes of their own, one level below their element. */
function isTooDeep(place: Place, channel: Channel, maxDepth: number): boolean {
  const below = channel === 'text' || channel === 'option-text' || channel === 'comment';
  return place.depth + (below ? 1 : 0) >= maxDepth;
}
