import { message } from '../../core/message';
import type { Judgement } from '../contract';
import { absent, plain } from '../judgements';
import type { Place } from './place';

/** What is sent beside the nodes of a recording. */
export interface Beside {
  clickedText(place: Place): Judgement;
  console(method: string): Judgement;
  resourceUrl(): Judgement;
}

/**
 * A click is told with all the text of what was clicked, whatever is masked or blocked. In frames no
 * click is listened for, and in a shadow root its host counts as clicked.
 */
export const clickedText =
  (name: string) =>
  ({ inside }: Place): Judgement =>
    inside
      ? absent(message('recorder.because.highlight.clickInside', name))
      : plain(message('recorder.because.highlight.clickedText', name), null);

/** Highlight keeps the console and the requests of the page with every part of a recording. */
export const highlightBeside = (
  name: string,
  options: Readonly<Record<string, unknown>>,
): Beside => ({
  clickedText: clickedText(name),
  console: (method) => {
    const methods = options.consoleMethodsToRecord;
    const isListed = !Array.isArray(methods) || !method || methods.includes(method);
    return options.disableConsoleRecording === true || !isListed
      ? absent(message('recorder.because.highlight.consoleOff', name))
      : plain(message('recorder.because.highlight.console', name), {
          kind: 'option',
          text: 'disableConsoleRecording: true',
          effect: message('recorder.fix.highlight.noConsole'),
          options: { disableConsoleRecording: true },
        });
  },
  resourceUrl: () => plain(message('recorder.because.highlight.resourceUrl', name), null),
});
