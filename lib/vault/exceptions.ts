import * as v from 'valibot';
import { HushmapError } from '../core/errors';
import { canonicalJson } from '../masking/canonical-json';
import { type Exception, ExceptionSchema, MOST_EXCEPTIONS } from '../protocol/exceptions';
import { database, type HushmapDatabase } from './database';
import { guarded } from './errors';
import { parseRows } from './rows';

/** The exceptions that this browser knows, in the order in which they came; none of them twice. */
export function createExceptionStore(db: HushmapDatabase) {
  const list = async (): Promise<Exception[]> =>
    parseRows(ExceptionSchema, await guarded(() => db.exceptions.toArray()));

  return {
    list,

    /** @throws HushmapError `file.tooManyExceptions`; nothing is added then. */
    async add(exceptions: readonly Exception[]): Promise<void> {
      const known = new Map((await list()).map((each) => [canonicalJson(each), each]));
      const before = known.size;
      const rows = exceptions.map((each) => v.parse(ExceptionSchema, each));
      for (const row of rows) known.set(canonicalJson(row), row);
      if (known.size > MOST_EXCEPTIONS) {
        throw new HushmapError('file.tooManyExceptions', [MOST_EXCEPTIONS]);
      }
      await guarded(() => db.exceptions.bulkAdd([...known.values()].slice(before)));
    },

    async remove(exception: Exception): Promise<void> {
      const gone = canonicalJson(exception);
      const isIt = (row: unknown): boolean => {
        const parsed = v.safeParse(ExceptionSchema, row);
        return parsed.success && canonicalJson(parsed.output) === gone;
      };
      await guarded(() => db.exceptions.filter(isIt).delete());
    },
  };
}

export const exceptions = createExceptionStore(database);
