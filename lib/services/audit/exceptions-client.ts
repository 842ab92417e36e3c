import { HushmapError, sentenceOf } from '../../core/errors';
import { type Message, message } from '../../core/message';
import { readExceptions, writeExceptions } from '../../gate/exceptions-file';
import { saveFile } from '../../platform/files';
import type { Exception } from '../../protocol/exceptions';
import type { MessageName, Request, Response } from '../../protocol/messages';

interface Surroundings {
  readonly ask: <N extends MessageName>(name: N, request: Request<N>) => Promise<Response<N>>;
  readonly onExceptions: (exceptions: readonly Exception[]) => void;
  readonly onError: (error: Message | null) => void;
  /** Judges the page anew, with what is excepted now. */
  readonly judgeAgain: () => void;
}

/** What came of a file: what was read, or why nothing was. */
export interface Imported {
  readonly ok: boolean;
  readonly said: Message;
}

/** The DevTools panel's end of the exceptions that this browser keeps. */
export function createExceptionsClient({ ask, onExceptions, onError, judgeAgain }: Surroundings) {
  async function change(work: () => Promise<readonly Exception[]>): Promise<Message | null> {
    try {
      onExceptions(await work());
      judgeAgain();
      return null;
    } catch (cause) {
      return sentenceOf(cause);
    }
  }

  async function isDone(work: () => Promise<readonly Exception[]>): Promise<boolean> {
    const failed = await change(work);
    onError(failed);
    return failed === null;
  }

  const list = (): void => {
    ask('exceptions.list', undefined).then(onExceptions, (cause) => onError(sentenceOf(cause)));
  };
  list();

  return {
    onExcept: (exception: Exception) =>
      isDone(() => ask('exceptions.add', { exceptions: [exception] })),
    onUnexcept: (exception: Exception) => isDone(() => ask('exceptions.remove', { exception })),
    onImportExceptions: async (file: File): Promise<Imported> => {
      const text = await file.text().catch(() => null);
      if (text === null) return refused(new HushmapError('file.unreadable').sentence);
      const read = readExceptions(text);
      if (!read.ok) return refused(read.error.sentence);
      const exceptions = [...read.value];
      const failed = await change(() => ask('exceptions.add', { exceptions }));
      if (failed) return refused(failed);
      return { ok: true, said: message('ui.audit.exceptions.imported', exceptions.length) };
    },
    onDownloadExceptions: (exceptions: readonly Exception[]): void => {
      saveFile('hushmap.exceptions.json', 'application/json', writeExceptions(exceptions));
    },
  };
}

const refused = (said: Message): Imported => ({ ok: false, said });
