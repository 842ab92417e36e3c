import { Markup } from './html';

/**
 * How a report looks: the system's fonts, light and dark as the reader's system is, and on paper. Colours
 * are those of the panels (`components/ui/tokens.css`); text reaches 4.5:1 on each of its surfaces.
 */
export const STYLE = new Markup(`
:root { color-scheme: light dark; --ink: #1b1d21; --soft: #53585f; --line: #dfe3e9; --paper: #fff; --sunken: #f3f5f8; --ours: #0b57d0; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e9eb; --soft: #b3b8bf; --line: #404349; --paper: #1c1d20; --sunken: #2c2e32; --ours: #a8c7fa; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1120px; padding: 32px 24px 48px; background: var(--paper); color: var(--ink); font: 14px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
header { border-bottom: 1px solid var(--line); padding-bottom: 20px; }
.kind { margin: 0; color: var(--soft); font-size: 12px; }
h1 { margin: 2px 0; font-size: 26px; line-height: 1.25; }
h2 { margin: 36px 0 10px; font-size: 17px; }
h3 { margin: 18px 0 8px; font-size: 14px; }
.page { margin: 0; color: var(--soft); }
.answer { margin: 14px 0 0; font-size: 16px; font-weight: 600; max-width: 70ch; }
.soft { color: var(--soft); font-weight: 400; }
figure { margin: 0; }
.frame { max-height: 720px; overflow: auto; border: 1px solid var(--line); border-radius: 6px; background: #fff; }
.frame:focus-visible { outline: 2px solid var(--ours); outline-offset: 2px; }
.frame img { display: block; width: 100%; height: auto; }
.legend { display: grid; grid-template-columns: 1fr 1fr; max-width: 320px; gap: 2px 12px; margin: 0 0 10px; color: var(--soft); font-size: 12px; font-variant-numeric: tabular-nums; }
.legend svg { grid-column: 1 / -1; width: 100%; height: 12px; border: 1px solid var(--line); }
.legend span:last-child { text-align: right; }
.both { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 340px), 1fr)); gap: 24px; }
.both > div { min-width: 0; }
table { width: 100%; border-collapse: collapse; font-size: 13px; }
th, td { padding: 6px 8px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; overflow-wrap: break-word; }
tbody th { min-width: 9em; font-weight: 600; overflow-wrap: anywhere; }
thead th { color: var(--soft); font-size: 12px; }
.number, .rank { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.number { white-space: nowrap; }
.rank { width: 3em; color: var(--soft); }
.bar { display: block; width: 100%; min-width: 72px; height: 4px; margin-top: 3px; background: var(--sunken); }
.bar rect { fill: var(--ours); }
ul { margin: 0; padding-left: 20px; }
li { margin: 3px 0; max-width: 76ch; }
.error { margin: 14px 0 6px; font-weight: 600; }
dl { margin: 0; }
dl div { display: grid; grid-template-columns: 9em 1fr; gap: 8px; padding: 3px 0; }
dt { color: var(--soft); }
dd { margin: 0; }
.pins { list-style: none; margin: 0; padding: 0; }
.pins li { display: grid; grid-template-columns: 26px 1fr; gap: 10px; padding: 10px 0; border-bottom: 1px solid var(--line); max-width: none; }
.pins p { margin: 0; }
.pin { display: grid; place-items: center; width: 24px; height: 24px; border: 2px solid currentColor; border-radius: 50%; font-size: 12px; font-weight: 700; }
.note { white-space: pre-wrap; }
footer { margin-top: 40px; border-top: 1px solid var(--line); color: var(--soft); font-size: 12px; }
@media (max-width: 560px) { body { padding: 20px 14px 32px; } table { display: block; overflow-x: auto; } }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #444; --line: #bbb; --paper: #fff; --sunken: #eee; --ours: #0b57d0; }
  body { max-width: none; padding: 0; font-size: 11px; }
  .frame { max-height: none; overflow: visible; border-radius: 0; }
  .both { grid-template-columns: 1fr 1fr; gap: 16px; }
  h2, h3, thead { break-after: avoid; }
  tr, .pins li, dl div { break-inside: avoid; }
}
@page { margin: 16mm; }
`);
