import type { ReportFormat } from './contract';

/** One page is one object; several are an array. */
export const json = (isOne: boolean): ReportFormat => ({
  extension: 'json',
  head: () => (isOne ? '' : '[\n'),
  page: ({ url, audit, reason }, index) => {
    const said = audit ?? { format: 'hushmap-audit', version: 1, url, notReached: reason };
    return `${index > 0 ? ',\n' : ''}${JSON.stringify(said, null, 2)}\n`;
  },
  tail: () => (isOne ? '' : ']\n'),
});
