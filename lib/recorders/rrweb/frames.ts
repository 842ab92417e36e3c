import type { CaptureRules } from '../contract';

/**
 * rrweb reaches into frames of the page's own origin; into others only where `recordCrossOriginIframes`
 * is set here and in the frame, which can't be seen from here.
 */
export const recordsFrameByOption: CaptureRules['recordsFrame'] = (options, { sameOrigin }) => {
  if (sameOrigin) return true;
  return options.recordCrossOriginIframes === true ? null : false;
};
