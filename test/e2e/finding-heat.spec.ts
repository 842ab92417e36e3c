import * as v from 'valibot';
import { HeatSharesSchema } from '../../lib/protocol/heat';
import { ask, heatState, waitFor } from '../run/drive';
import { expect, test } from './fixture';
import { audit, saved, shown } from './steps';

test('exposed elements are as hot as the clicks in their boxes', async ({
  hushmap,
  tab,
  parley,
}) => {
  await tab.goto(`${parley.origin}/settings`);
  const { own, tabId, result } = await audit(hushmap, tab);
  const finding = result.findings.find(
    ({ half, channel, target }) => half === 'masking' && channel === 'value' && target.frame === 0,
  );
  if (!finding) throw new Error('The page has an exposed field.');
  const { selector } = finding.target;
  const middle = await tab.evaluate((one) => {
    const box = document.querySelector(one)?.getBoundingClientRect();
    if (!box) throw new Error(`No ${one}`);
    const [x, y] = [scrollX + box.x + box.width / 2, scrollY + box.y + box.height / 2];
    return { x: Math.round(x), y: Math.round(y), width: innerWidth };
  }, selector);
  const asked = {
    tabId,
    targets: [
      { selector, template: finding.template, many: false },
      { selector: '#no-such-element', template: '', many: true },
    ],
  };
  const shares = async () => v.parse(HeatSharesSchema, await ask(own, 'heat.shares', asked));
  expect(await shares()).toEqual({ kind: 'none', shares: [] });

  // Sample heat tells nothing about a page.
  await tab.bringToFront();
  const side = await hushmap.openSidePanel(tab);
  await shown(side);
  expect((await shares()).kind).toBe('sample');

  const { x, y, width } = middle;
  const cell = (at: { x: number; y: number }, count: number) => ({ ...at, count, people: 40 });
  const file = saved(
    JSON.stringify({
      format: 'hushmap-heat',
      version: 1,
      page: tab.url(),
      map: 'click',
      viewportWidth: width,
      from: '2026-11-01',
      to: '2026-11-07',
      cells: [cell({ x, y }, 300), cell({ x: 4, y: 4 }, 100)],
    }),
  );
  await side.getByTestId('heat-file').setInputFiles(file);
  await waitFor(
    () => heatState(side, tabId),
    ({ status, summary }) => status === 'shown' && summary?.provenance.kind === 'file',
    'The heat of the file',
  );
  const { kind, shares: found } = await shares();
  expect(kind).toBe('shown');
  expect(found[0]?.share).toBeCloseTo(0.75);
  expect(found[1]).toBeNull();

  const { panel: devtools } = await hushmap.openAuditPanel(tab);
  await expect(devtools.getByRole('columnheader', { name: 'Heat' })).toBeVisible();
  await expect(devtools.getByText(/^75 %/).first()).toBeVisible();
});
