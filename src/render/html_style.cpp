#include "html_style.hpp"

namespace ecpr::render {

std::string_view html_style() {
  // Blue and vermillion after Okabe and Ito, the latter darkened until it is readable on white.
  return R"css(
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #111; --quiet: #595959; --rule: #111; --hair: #bbb; --better: #0072b2; --worse: #b34700;
  --gap: 1.15rem; --side: clamp(1rem, 3vw, 2.5rem);
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #121212; --ink: #e6e6e6; --quiet: #a3a3a3; --rule: #cfcfcf; --hair: #555; --better: #56b4e9;
    --worse: #f28c5a;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 2rem var(--side) 4rem; max-width: 84rem; background: var(--paper);
  color: var(--ink); line-height: 1.55;
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
}
h1, h2, h3, h4, p, ul, ol, pre { max-width: 70ch; overflow-wrap: anywhere; }
h1 { margin: 0 0 1rem; font-size: 1.7rem; line-height: 1.25; }
h2 { margin: 3rem 0 .8rem; font-size: 1.3rem; line-height: 1.3; }
h3 { margin: 2rem 0 .6rem; font-size: 1.08rem; }
h4 { margin: 1.6rem 0 .5rem; font-size: 1rem; }
p { margin: 0 0 .9rem; }
ul, ol { margin: 0 0 .9rem; padding-left: 1.4rem; }
a { color: inherit; text-decoration-color: var(--hair); text-underline-offset: .15em; }
a:focus-visible, .scroll:focus-visible { outline: 2px solid var(--better); outline-offset: 3px; }
sup, sub { font-size: .72em; line-height: 0; }
sup a { text-decoration: none; }
pre { margin: 0 0 .9rem; overflow-x: auto; overflow-wrap: normal; font-size: .88rem; line-height: 1.45; }
.better { color: var(--better); }
.worse { color: var(--worse); }
.quiet { color: var(--quiet); }
nav { margin: 2rem 0 0; font-size: .92rem; }
nav h2 { margin: 0 0 .3rem; font-size: 1rem; }
nav ul { margin: 0; padding: 0; list-style: none; }
nav ul ul { padding-left: 1.4rem; }
.table { margin: 2rem 0 2.4rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .86rem; line-height: 1.35; font-variant-numeric: tabular-nums lining-nums; }
caption { padding: 0 0 .5rem; text-align: left; font-size: .95rem; line-height: 1.4; }
caption > span { display: block; position: sticky; left: 0; width: min(70ch, calc(100vw - 2 * var(--side))); overflow-wrap: anywhere; }
.ruled table { border-top: 1.5px solid var(--rule); border-bottom: 1.5px solid var(--rule); }
.ruled caption { border-bottom: 1.5px solid var(--rule); }
.ruled thead { border-bottom: 1px solid var(--rule); }
th, td { padding: .28rem 0 .28rem var(--gap); text-align: left; vertical-align: top; font-weight: normal; }
thead th { vertical-align: bottom; font-weight: 600; }
thead th.over span { display: block; border-bottom: 1px solid var(--rule); }
tbody tr > :first-child, thead tr:first-child > :first-child { padding-left: 0; }
tbody th[scope=row], tbody th[scope=rowgroup], thead tr:first-child > :first-child { position: sticky; left: 0; background: var(--paper); }
tbody th[scope=row] { min-width: 10rem; max-width: 24rem; overflow-wrap: break-word; }
tbody th[scope=rowgroup] { padding-top: .6rem; font-weight: 600; }
tbody th[scope=rowgroup] > span { position: sticky; left: 0; }
tbody:first-of-type tr:first-child > th[scope=rowgroup] { padding-top: .28rem; }
td.text { max-width: 40ch; }
td.number { white-space: nowrap; }
.right { text-align: right; }
.i1 { padding-left: 1.1rem !important; } .i2 { padding-left: 2.2rem !important; } .i3 { padding-left: 3.3rem !important; }
.d1 { padding-left: calc(var(--gap) + 1ch); } .d2 { padding-left: calc(var(--gap) + 2ch); }
.d3 { padding-left: calc(var(--gap) + 3ch); } .d4 { padding-left: calc(var(--gap) + 4ch); }
.d5 { padding-left: calc(var(--gap) + 5ch); } .d6 { padding-left: calc(var(--gap) + 6ch); }
.d7 { padding-left: calc(var(--gap) + 7ch); } .d8 { padding-left: calc(var(--gap) + 8ch); }
.notes { margin: .5rem 0 0; font-size: .82rem; line-height: 1.45; }
.notes p { margin: 0 0 .15rem; max-width: 88ch; }
.notes p:target { outline: 1px solid var(--hair); outline-offset: 2px; }
figure { display: inline-block; width: min-content; min-width: min(22rem, 100%); margin: 1.6rem 0 .4rem; vertical-align: top; }
figure img { max-width: calc(100vw - 2 * var(--side)); height: auto; background: #fff; }
figure .scroll { max-width: calc(100vw - 2 * var(--side)); }
figcaption { font-size: .9rem; line-height: 1.4; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) {
  figure img { filter: invert(.93) hue-rotate(180deg); }
}
@media (min-width: 60rem) {
  figure { margin-right: 2rem; }
}
@media (max-width: 40rem) {
  :root { --gap: 1rem; }
  body { padding-top: 1.2rem; }
  h1 { font-size: 1.4rem; }
  tbody th[scope=row] { min-width: 7.5rem; max-width: 10rem; }
  .i2, .i3 { padding-left: 1.6rem !important; }
  figure .scroll img { max-width: 34rem; }
  .overview table { display: grid; grid-template-columns: 1fr auto auto; column-gap: .6rem; font-size: .82rem; }
  .overview caption { display: block; grid-column: 1 / -1; }
  .overview thead, .overview tbody, .overview tr { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; }
  .overview thead td, .overview th:empty { display: none; }
  .overview tbody tr { padding: .3rem 0; border-top: 1px solid var(--hair); }
  .overview th, .overview td { padding-top: .1rem; padding-bottom: .1rem; padding-left: 0 !important; }
  .overview tbody th[scope=row] { grid-column: 1; grid-row: 1; max-width: none; font-weight: 600; }
  .overview tbody td:last-child { grid-column: 2 / -1; grid-row: 1; text-align: right; }
}
@media print {
  :root {
    --paper: #fff; --ink: #000; --quiet: #444; --rule: #000; --hair: #999; --better: #005a8c; --worse: #8f3900;
    --gap: .9rem;
  }
  @page { margin: 16mm; }
  @page turned { size: landscape; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; }
  a { text-decoration: none; }
  h2, h3, h4, caption { break-after: avoid; }
  h2 { margin-top: 1.6rem; }
  .table { margin: 1.2rem 0; }
  .wide { page: turned; }
  .wide table { font-size: 7.5pt; }
  .scroll { overflow: visible; }
  table { font-size: 8.5pt; }
  .notes { font-size: 7.5pt; }
  .notes p { max-width: none; }
  pre { white-space: pre-wrap; }
  thead { display: table-header-group; }
  tr, figure { break-inside: avoid; }
  h2:has(+ .wide), h3:has(+ .wide) { page: turned; }
  figure { display: block; width: auto; margin: 1rem 0; }
  figure:not(:has(.scroll)) { display: inline-block; width: 47%; margin-right: 2%; }
  figure img { max-width: 100%; max-height: 225mm; width: auto; filter: none; }
  figure .scroll { max-width: none; }
  tbody th[scope=rowgroup] { break-after: avoid; }
  th, tbody th[scope=row], thead tr:first-child > :first-child { position: static; }
}
)css";
}

}  // namespace ecpr::render
