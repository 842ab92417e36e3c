import type { Finding } from '../../lib/protocol/findings';
import type { AuditPanelProps } from './props';

/** Shows on the page what a row is about; remembers the frame, so that it can be unshown there. */
export function useTargets(props: Pick<AuditPanelProps, 'onHighlight'>) {
  let shownIn: number | null = null;
  const clear = (): void => {
    if (shownIn !== null) props.onHighlight(shownIn, null);
    shownIn = null;
  };
  const highlight = (finding: Finding | null): void => {
    if (finding === null || finding.target.selector === '') {
      clear();
      return;
    }
    if (shownIn !== finding.target.frame) clear();
    shownIn = finding.target.frame;
    props.onHighlight(finding.target.frame, finding.target.selector);
  };
  return { highlight };
}
