/**
 * An endpoint for Hushmap, without dependencies: `HUSHMAP_KEY=… node example-server.mjs clicks.ndjson`
 * (one click a line, see endpoint.md). It answers clicks by place; people are counted here, so that
 * cells of fewer than k never leave this machine. example-clicks.mjs makes clicks to try it with.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [file = 'clicks.ndjson', port = '8787'] = process.argv.slice(2);
const key = process.env.HUSHMAP_KEY ?? '';
const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
const clicks = lines.map((line) => JSON.parse(line));

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const asked = Object.fromEntries(searchParams);
  const say = (status, body = {}) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (key !== '' && request.headers.authorization !== `Bearer ${key}`) return say(401);
  if (pathname !== '/heat') return say(404);
  // What this server cannot tell it must not guess.
  if (asked.map !== 'click' || asked.by !== 'place' || asked.pattern) return say(501);
  return say(200, {
    format: 'hushmap-heat',
    version: 2,
    page: asked.url,
    map: 'click',
    viewportWidth: WIDTH,
    from: asked.from,
    to: asked.to,
    anonymisedAt: 'source',
    remarks: { allDevices: asked.device !== 'all' },
    cells: cellsOf(clicks.filter((click) => fits(click, asked))).filter(
      ({ people }) => people >= Number(asked.k),
    ),
  });
});
server.listen(Number(port), '127.0.0.1', () =>
  process.stdout.write(`http://127.0.0.1:${server.address().port}/heat\n`),
);

/** Clicks of all windows are counted as on one of this width: a part of a page moves with its window. */
const WIDTH = 1280;

const fits = ({ page, day, width }, { url, from, to, width_min, width_max }) =>
  page === url && day >= from && day <= to && width >= width_min && width <= width_max;

function cellsOf(some) {
  const cells = new Map();
  for (const { x, y, width, person } of some) {
    const place = [(x * WIDTH) / width, y].map((at) => Math.floor(at / 16) * 16 + 8);
    const cell = cells.get(place.join()) ?? { x: place[0], y: place[1], count: 0, who: new Set() };
    cells.set(place.join(), cell);
    cell.count += 1;
    cell.who.add(person);
  }
  return [...cells.values()].map(({ who, ...cell }) => ({ ...cell, people: who.size }));
}
