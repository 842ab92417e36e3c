import { expect, it } from 'vitest';
import { browserOf } from './panel-driver';

const WEBKIT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)';

it.each([
  [`${WEBKIT} Chrome/143.0.0.0 Safari/537.36`, 'Chrome', '143.0.0.0'],
  [`${WEBKIT} HeadlessChrome/143.0.0.0 Safari/537.36`, 'Chrome', '143.0.0.0'],
  [`${WEBKIT} Chrome/143.0.0.0 Safari/537.36 Edg/143.0.1.2`, 'Edge', '143.0.1.2'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', '140.0'],
  ['Something else', '', ''],
])('%s is %s', (agent, browser, version) => {
  expect(browserOf(agent)).toEqual({ browser, version });
});
