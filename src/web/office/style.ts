import { createHash } from 'node:crypto';

/** The style of the pages: one file, which browsers keep until it changes. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f4f2ed; --sheet: #fff; --line: #d9d4ca; --ink: #20262a; --soft: #565f67;
  --accent: #0f6b63; --on-accent: #fff; --accent-soft: #dcedea; --warn: #8a5200; --warn-soft: #fff1d6;
  --danger: #b3261e; --danger-soft: #fbe9e7; --track: #e6e2d9;
  --line-1: #5b6670; --line-2: #0f6b63; --line-3: #8a5200; --line-4: #5a3fa0;
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Hiragino Sans", "Noto Sans CJK JP", "PingFang SC", "Microsoft YaHei", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181a; --sheet: #1d2326; --line: #343c41; --ink: #e8e9e6; --soft: #a8b1b7;
    --accent: #5fd0c0; --on-accent: #06231f; --accent-soft: #1b3835; --warn: #ffc46b; --warn-soft: #3a2c12;
    --danger: #ff9d92; --danger-soft: #3a2220; --track: #30383d;
    --line-1: #a8b1b7; --line-2: #5fd0c0; --line-3: #ffc46b; --line-4: #c3b1ff;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.25rem; padding: .5rem max(1rem, calc(50% - 36rem)); background: var(--sheet); border-bottom: 1px solid var(--line); }
header p { margin: 0; }
.product { font-weight: 700; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem; margin: 0; padding: 0; list-style: none; }
nav a { display: block; padding: .5rem .75rem; border-radius: 8px; color: inherit; text-decoration: none; }
nav a:hover { background: var(--accent-soft); }
nav a[aria-current] { background: var(--accent); color: var(--on-accent); }
.signed { display: flex; align-items: center; gap: .75rem; margin-left: auto; color: var(--soft); }
main { max-width: 72rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .5rem 0 1rem; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 0 0 .5rem; }
a { color: var(--accent); }
.card, .sheet { background: var(--sheet); border: 1px solid var(--line); border-radius: 12px; padding: 1rem; margin: 0 0 1rem; }
.card.refusal { border-color: var(--danger); background: var(--danger-soft); }
.card > :last-child, .sheet > :last-child { margin-bottom: 0; }
p { margin: 0 0 .75rem; }
.body { white-space: pre-line; }
.strong { font-weight: 600; }
.muted { color: var(--soft); font-size: .9rem; display: block; }
.fault { color: var(--danger); display: block; }
.state { display: inline-block; padding: 0 .5rem; border-radius: 999px; background: var(--track); white-space: nowrap; }
.state.open { background: var(--accent-soft); }
.state.late { background: var(--warn-soft); color: var(--warn); }
.state.stopped { background: var(--danger-soft); color: var(--danger); white-space: normal; border-radius: 8px; }
.scrolls { overflow-x: auto; margin: 0 0 .75rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: start; color: var(--soft); padding: 0 0 .25rem; }
th, td { text-align: start; padding: .4rem .6rem; border-top: 1px solid var(--line); vertical-align: top; }
thead th { border-top: 0; color: var(--soft); font-weight: 600; font-size: .9rem; }
tbody th { font-weight: 600; min-width: 8rem; }
.matrix td, .matrix thead th:not(:first-child) { text-align: center; }
.matrix tbody th { position: sticky; left: 0; background: var(--sheet); min-width: 7rem; }
.facts { margin: 0 0 .75rem; }
.facts div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .3rem 0; border-top: 1px solid var(--line); }
.facts div:first-child { border-top: 0; }
.facts dt { flex: 1 1 12rem; color: var(--soft); }
.facts dd { flex: 2 1 16rem; margin: 0; }
.bars ul { list-style: none; margin: 0 0 .75rem; padding: 0; }
.bars li { display: grid; grid-template-columns: minmax(7rem, 14rem) 1fr minmax(4rem, auto); gap: .75rem; align-items: center; padding: .2rem 0; }
.bar-value { text-align: end; font-variant-numeric: tabular-nums; }
.track { fill: var(--track); }
.fill { fill: var(--accent); }
fieldset { border: 0; margin: 0 0 .75rem; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem; }
legend { padding: 0; margin: 0 0 .4rem; font-weight: 600; float: left; width: 100%; }
button, select, input, textarea { font: inherit; color: inherit; }
button { min-height: 2.75rem; padding: .35rem 1rem; border: 1px solid var(--line); border-radius: 10px; background: var(--sheet); cursor: pointer; }
button:hover { border-color: var(--accent); }
button.primary, button.chosen { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button.danger { border-color: var(--danger); color: var(--danger); }
select, input:not([type=checkbox]), textarea { min-height: 2.75rem; padding: .35rem .6rem; border: 1px solid var(--soft); border-radius: 8px; background: var(--sheet); max-width: 100%; }
.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: .25rem 1.5rem; align-items: start; }
.fields > button { grid-column: 1 / -1; justify-self: start; }
details > summary { cursor: pointer; font-weight: 600; padding: .5rem 0; }
.notice { border-left: 4px solid var(--warn); background: var(--warn-soft); padding: .5rem .75rem; }
.field label { display: block; font-weight: 600; }
.field select, .field input:not([type=checkbox]), .field textarea { width: 100%; max-width: 32rem; }
.toggle { display: flex; flex-direction: row-reverse; justify-content: flex-end; gap: .6rem; align-items: center; }
.toggle input { width: 1.25rem; height: 1.25rem; }
[aria-invalid] { border-color: var(--danger) !important; }
.row { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin: 0 0 1rem; }
.row label { display: block; color: var(--soft); font-size: .9rem; }
.row a { padding: .6rem 0; }
.row input[type=text] { width: min(28rem, 100%); }
td { white-space: nowrap; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--sheet); padding: .5rem 1rem; z-index: 1; }
figure { margin: 0 0 1rem; overflow-x: auto; }
.plot { display: block; width: 100%; min-width: 36rem; height: auto; }
.plot text { white-space: pre; }
.row a[aria-current] { font-weight: 700; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (max-width: 40rem) {
  .signed { margin-left: 0; width: 100%; justify-content: space-between; }
  .bars li { grid-template-columns: 1fr auto; }
  .bars svg { grid-column: 1 / -1; grid-row: 2; }
  .stacked thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .stacked tr { display: block; border-top: 1px solid var(--line); padding: .5rem 0; }
  .stacked th, .stacked td { display: flex; gap: 1rem; justify-content: space-between; border: 0; padding: .15rem 0; }
  .stacked td::before { content: attr(data-label); color: var(--soft); }
  .stacked td:empty { display: none; }
}
@media print {
  header, nav, form, .skip { display: none !important; }
  body { background: none; }
  .card, .sheet { border: 0; padding: 0; break-inside: avoid; }
}
`;

/** Changes with the style. */
export const STYLE_PATH = `/office/style-${createHash('sha256').update(STYLE).digest('hex').slice(0, 12)}.css`;
