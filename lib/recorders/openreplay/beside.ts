import { message } from '../../core/message';
import type { AskedValue, Judgement } from '../contract';
import * as fixes from './fixes';
import { absent, masked, plain, unknown, unread } from './judgements';
import type { OpenreplayOptions } from './options';
import type { Place } from './place';
import { coveredBy } from './text';

/** What the tracker sends beside the nodes: addresses, the title, labels of clicks, the console. */

/** Every batch begins with the address as it is, whatever `urlSanitizer` and private mode make of it. */
export const pageUrl = (): Judgement =>
  plain(message('recorder.because.openreplay.pageUrl'), fixes.rewriteUrl());

/** The title of the page goes with its address; those of frames and of pictures are left out. */
export function documentTitle(place: Place, options: OpenreplayOptions): Judgement {
  if (place.isSvg || place.inside) return absent(message('recorder.because.openreplay.ignored'));
  if (options.privateMode) return masked(message('recorder.because.openreplay.titleMasked'));
  if (options.titleSanitizer) return unread('titleSanitizer');
  return plain(message('recorder.because.openreplay.titlePlain'), fixes.emptyTitle());
}

/** Private mode and `resourceNameSanitizer` leave out pictures that fail to load. */
export function resourceUrl(options: OpenreplayOptions): Judgement {
  if (options.privateMode) return unknown(message('recorder.because.openreplay.resourcePrivate'));
  if (options.resourceNameSanitizer) return unread('resourceNameSanitizer');
  return options.resourceTimings || options.network
    ? plain(message('recorder.because.openreplay.resourceUrl'), fixes.noResources())
    : unknown(message('recorder.because.openreplay.resourceFailed'));
}

export function consoleText(options: OpenreplayOptions, method: string): Judgement {
  const { consoleMethods } = options;
  if (consoleMethods.length === 0 || (method && !consoleMethods.includes(method))) {
    return absent(message('recorder.because.openreplay.consoleOff'));
  }
  return options.privateMode
    ? masked(message('recorder.because.openreplay.consoleMasked'))
    : plain(message('recorder.because.openreplay.console'), fixes.noConsole());
}

/**
 * A click is labelled with the text of what was clicked, by the level of that alone: masked text in
 * it goes along. Where it is masked itself, the two elements above it are asked, if they are short.
 */
export function clickedText(
  place: Place,
  options: OpenreplayOptions,
  asked: AskedValue | undefined,
): Judgement {
  const { level, near, noClicks, inside, hiddenAbove } = place;
  if (noClicks || inside || hiddenAbove === 2) {
    return absent(message('recorder.because.openreplay.clickUntold'));
  }
  if (options.privateMode) return masked(message('recorder.because.openreplay.clickPrivate'));
  const isNearPlain = near.some((above) => above === 0);
  if (level > 0 && !isNearPlain) return masked(message('recorder.because.openreplay.clickMasked'));
  const covered = asked ? coveredBy(asked, options) : null;
  if (covered) return masked(message('recorder.because.openreplay.partMasked', covered));
  return level === 0
    ? plain(message('recorder.because.openreplay.clickLabelled'), fixes.noClicks())
    : unknown(message('recorder.because.openreplay.clickNear'));
}
