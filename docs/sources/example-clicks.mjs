/**
 * Made-up clicks of one page for example-server.mjs, without dependencies:
 * `node example-clicks.mjs https://www.example.com/pricing > clicks.ndjson`. Forty people in the seven
 * days that ended yesterday (UTC), so that there is heat to see before your own data is there.
 */
const [address = ''] = process.argv.slice(2);
if (!URL.canParse(address)) throw new Error('Give the address of the page, as a visitor opens it.');
const { origin, pathname, search } = new URL(address);
const page = origin + pathname + search;

/** Where they click on a window 1280 px wide (`x`, `y`: the middle of a 16 px square), and how many do. */
const SPOTS = [
  { x: 648, y: 424, people: 40 },
  { x: 1176, y: 40, people: 31 },
  { x: 328, y: 648, people: 26 },
  { x: 952, y: 648, people: 22 },
  { x: 136, y: 40, people: 16 },
  { x: 648, y: 1112, people: 12 },
];
/** Each comes with windows of many widths: in what is near to yours, all of them do. */
const WIDTHS = [
  320, 384, 448, 512, 576, 672, 768, 896, 1024, 1152, 1280, 1440, 1680, 1920, 2240, 2560,
];
const DAY = 86_400_000;

for (const width of WIDTHS) {
  for (const { x, y, people } of SPOTS) {
    for (let i = 0; i < people; i++) {
      const day = new Date(Date.now() - (1 + (i % 7)) * DAY).toISOString().slice(0, 10);
      const at = { x: Math.round(((x - 4 + (i % 9)) * width) / 1280), y: y - 4 + (i % 8) };
      process.stdout.write(`${JSON.stringify({ page, day, width, ...at, person: `p-${i}` })}\n`);
    }
  }
}
