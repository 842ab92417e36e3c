import type { Page } from 'playwright';
import type { Planted } from '../sites/parley/expected';

/**
 * Whether a finding stands where a value was planted: at that element, at one inside it, or at
 * another row of the same template. What is in a closed shadow root or another frame cannot be
 * looked at from the page; there the selector's own words decide.
 */
export async function isSamePlace(
  tab: Page,
  template: string,
  selector: string,
  planted: Planted,
): Promise<boolean> {
  if (planted.channel === 'document-title' || planted.channel === 'page-url') return true;
  const frame = planted.frame === '' ? tab.mainFrame() : await frameOf(tab, planted.frame);
  if (frame === null) return false;
  return frame.evaluate(
    ([found, wanted, rows]) => {
      const all = (path: string): Element[] => {
        let roots: (Document | ShadowRoot)[] = [document];
        let last: Element[] = [];
        for (const part of path.split(' >>> ')) {
          try {
            last = roots.flatMap((root) => [...root.querySelectorAll(part)]);
          } catch {
            return [];
          }
          roots = last.flatMap((each) => (each.shadowRoot ? [each.shadowRoot] : []));
        }
        return last;
      };
      const places = [...all(found ?? ''), ...all(rows ?? '')];
      return all(wanted ?? '').some((target) =>
        places.some((place) => target === place || target.contains(place)),
      );
    },
    [selector, planted.selector, template],
  );
}

async function frameOf(tab: Page, selector: string) {
  const element = await tab.$(selector);
  return (await element?.contentFrame()) ?? null;
}
