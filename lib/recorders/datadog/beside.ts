import { message } from '../../core/message';
import type { Judgement } from '../contract';
import * as fixes from './fixes';
import { absent, masked, NAME, plain, unknown } from './judgements';
import type { DatadogOptions } from './options';
import type { Place } from './place';

/** What Datadog RUM sends beside the recording: addresses, the names of clicks, errors. */

/** The recording of version 7 holds the path alone, yet every view event holds the full address. */
export function pageUrl(options: DatadogOptions): Judgement {
  if (options.beforeSend) return unread('beforeSend');
  const because = message('recorder.because.datadog.pageUrl');
  return plain(because, options.version6 ? fixes.rewriteUrl() : fixes.stripUrls());
}

export function resourceUrl(options: DatadogOptions, parameter: string): Judgement {
  if (!options.tracksResources) {
    return absent(message('recorder.because.datadog.resourcesOff'));
  }
  if (options.beforeSend) return unread('beforeSend');
  const fix = parameter ? fixes.stripUrls() : fixes.dropResources();
  return plain(message('recorder.because.datadog.resourceUrl'), fix);
}

/**
 * A click is named after the text of what was clicked (`getActionNameFromElement`). Version 7 leaves
 * out what the recording masks; version 6 looks at marks alone, so that what a level masks by itself
 * can't be told apart from here.
 */
export function clickedText({ view, level }: Place, options: DatadogOptions): Judgement {
  if (!options.tracksClicks) return absent(message('recorder.because.datadog.clicksOff'));
  if (options.beforeSend) return unread('beforeSend');
  if (!options.privateNames) {
    return plain(message('recorder.because.datadog.clickNamed'), fixes.privateNames());
  }
  if (level === 'hidden') return absent(message('recorder.because.datadog.clickHidden'));
  if (level === 'mask') return masked(message('recorder.because.datadog.clickMasked'));
  return options.version6 && view
    ? unknown(message('recorder.because.datadog.clickUnsure'))
    : absent(message('recorder.because.datadog.clickAsRecorded'));
}

/** Errors that the page writes to the console become error events. */
export function consoleText(options: DatadogOptions, method: string): Judgement {
  if (method && method !== 'error') return absent(message('recorder.because.datadog.consoleOther'));
  if (options.beforeSend) return unread('beforeSend');
  return method === 'error'
    ? plain(message('recorder.because.datadog.consoleError'), fixes.remove('console.error'))
    : unknown(message('recorder.because.datadog.consoleError'));
}

const unread = (option: string): Judgement =>
  unknown(message('recorder.because.optionUnread', NAME, option));
