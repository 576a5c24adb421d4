#include "page_style.hpp"

namespace advise::cli {

// Colours have at least 4.5 : 1 against their ground in both themes; whatever they say, a sign, a word or the style of a line says too.
std::string_view page_style() {
    return R"css(
:root { color-scheme: light dark; --ground: #ffffff; --raised: #f5f6f8; --ink: #1b1f24; --faint: #57606a; --line: #c9d0d8;
  --yes: #14692f; --no: #a3231b; --open: #7a5200; --mark: #0b57d0; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14171b; --raised: #1e2329; --ink: #e6e8eb; --faint: #a3abb5; --line: #3d4652;
    --yes: #6fd08c; --no: #ff8f85; --open: #e6b450; --mark: #8ab4f8; } }
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
html:lang(fa) { font-family: Vazirmatn, "Noto Sans Arabic", "Noto Naskh Arabic", Tahoma, "DejaVu Sans", sans-serif; line-height: 1.8; }
body { margin: 0 auto; padding: 1.5rem 1.25rem 3rem; max-width: 62rem; overflow-wrap: break-word; }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; inset-block-start: 0; inset-inline-start: 0; padding: .5rem 1rem; background: var(--ground);
  color: var(--mark); transform: translateY(-200%); }
.skip:focus { transform: none; }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 .75rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; padding-block-end: .25rem; border-block-end: 1px solid var(--line); }
h3, h4, h5, h6 { font-size: 1.05rem; margin: 1.25rem 0 .4rem; }
p { margin: .4rem 0; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
a { color: var(--mark); }
bdi, code { unicode-bidi: isolate; }
code { font: .92em/1.5 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; background: var(--raised); padding: .1em .35em; border-radius: 4px;
  overflow-wrap: anywhere; }
.faint, .right { color: var(--faint); }
.right { font-size: .9rem; min-width: 0; overflow-wrap: anywhere; }
.line { display: flex; flex-wrap: wrap; column-gap: 1rem; align-items: baseline; }
.line .words { flex: 1 1 24rem; min-width: 0; }
h3 .right, h4 .right { font-weight: normal; }
ul.items { list-style: none; margin: .25rem 0; padding: 0; }
ul.items ul.items { padding-inline-start: 1.1rem; border-inline-start: 1px solid var(--line); margin-inline-start: .55rem; }
ul.items li { margin: .3rem 0; }
.item { display: grid; grid-template-columns: auto minmax(0, 1fr); column-gap: .55rem; }
.item .sign { min-width: 1.2em; text-align: center; font-weight: 700; }
ul.badges > li > .item > .sign { min-width: 2em; }
.under { padding-inline-start: 1.4rem; }
.under > p { padding-inline-start: .35rem; }
ul.badges > li > .under { padding-inline-start: 2.2rem; }
ul.tree > ul.tree > li .under > p { padding-inline-start: 1.55rem; }
.sign.yes, .sign.plus { color: var(--yes); }
.sign.no, .sign.minus, .sign.against { color: var(--no); }
.sign.open { color: var(--open); }
summary { cursor: pointer; list-style: none; padding-inline-start: 1.2rem; position: relative; border-radius: 4px; }
summary::-webkit-details-marker { display: none; }
summary::before { content: ""; position: absolute; inset-inline-start: .15rem; inset-block-start: .55em; border: .3rem solid transparent;
  border-inline-start: .45rem solid var(--faint); border-inline-end: 0; }
details[open] > summary::before { border: .3rem solid transparent; border-block-start: .45rem solid var(--faint); border-block-end: 0; inset-block-start: .65em; }
summary:hover { background: var(--raised); }
.scroll { overflow-x: auto; max-width: 100%; }
table { border-collapse: collapse; }
th, td { text-align: start; vertical-align: top; padding: .3rem .8rem .3rem 0; border-block-end: 1px solid var(--line); }
[dir=rtl] th, [dir=rtl] td { padding: .3rem 0 .3rem .8rem; }
dl { margin: .4rem 0; }
dd { margin: .15rem 0 .6rem; color: var(--faint); }
figure { margin: .75rem 0; width: fit-content; min-width: 100%; max-width: calc(100vw - 3rem); position: relative; inset-inline-start: 50%;
  transform: translateX(-50%); }
[dir=rtl] figure { transform: translateX(50%); }
figcaption { color: var(--faint); font-size: .9rem; margin-block-start: .4rem; }
.drawing { border: 1px solid var(--line); border-radius: 8px; padding: .5rem; max-height: max(85vh, 90rem); overflow: auto; }
/* A box that scrolls begins where its direction does: turned round, it begins at the role, where all edges end. */
.ends-first { direction: rtl; } [dir=rtl] .ends-first { direction: ltr; }
.ends-first svg { direction: ltr; margin-inline-end: auto; } [dir=rtl] .ends-first svg { direction: rtl; }
svg { display: block; max-width: none; }
svg text { font-size: 13px; fill: var(--ink); text-anchor: middle; }
svg .label { font-weight: 600; }
svg .note, svg .on-edge { fill: var(--faint); font-size: 12px; }
svg .truth { font-weight: 700; font-size: 12px; }
svg .box { fill: var(--raised); stroke: var(--faint); stroke-width: 1.5; }
svg .inner { fill: none; stroke: var(--line); }
svg .plate { fill: var(--ground); }
svg .edge { fill: none; stroke: var(--faint); stroke-width: 1.5; }
svg .yes .box, svg .edge.yes, svg .bar.yes { stroke: var(--yes); stroke-width: 2; }
svg .no .box, svg .edge.no, svg .bar.no { stroke: var(--no); stroke-dasharray: 6 4; }
svg .open .box, svg .edge.open, svg .bar.open { stroke: var(--open); stroke-dasharray: 1.5 3.5; stroke-linecap: round; }
svg .bar { stroke: var(--faint); stroke-width: 3; }
svg .bar.yes, svg .bar.no, svg .bar.open { stroke-width: 3; stroke-dasharray: none; }
svg .head { fill: var(--faint); }
svg .yes .truth, svg .head.yes { fill: var(--yes); }
svg .no .truth, svg .head.no { fill: var(--no); }
svg .open .truth, svg .head.open { fill: var(--open); }
@media (max-width: 40rem) { body { padding-inline: .8rem; } .line .words { flex-basis: 100%; } ul.items ul.items { padding-inline-start: .5rem; }
  .under { padding-inline-start: .7rem; } figure { max-width: 100%; } }
@media print {
  :root { --ground: #ffffff; --raised: #ffffff; --ink: #000000; --faint: #333333; --line: #999999; --yes: #000000; --no: #000000; --open: #000000; }
  body { max-width: none; padding: 0; } nav, .skip { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  li, tr, h2, h3 { break-inside: avoid; } h2, h3 { break-after: avoid; }
  .drawing { border: 0; padding: 0; max-height: none; overflow: visible; } svg { width: 100%; height: auto; } }
@media (forced-colors: active) { svg .box, svg .edge, svg .bar { stroke: CanvasText; } svg text, svg .head { fill: CanvasText; } }
)css";
}

// What the page's light theme looks like, in words that every program for SVG knows: no variables, no media.
std::string_view svg_file_style() {
    return R"css(
text { font-family: Vazirmatn, "Noto Sans", "Noto Sans Arabic", "DejaVu Sans", sans-serif; font-size: 13px; fill: #1b1f24; text-anchor: middle; }
.title { font-size: 18px; font-weight: 600; }
.label { font-weight: 600; }
.note, .on-edge { fill: #57606a; font-size: 12px; }
.truth { font-weight: 700; font-size: 12px; }
.ground, .plate { fill: #ffffff; }
.box { fill: #f5f6f8; stroke: #57606a; stroke-width: 1.5; }
.inner { fill: none; stroke: #8c95a0; }
.edge { fill: none; stroke: #7d8590; stroke-width: 1.2; }
.bar { stroke: #57606a; stroke-width: 3; }
.head { fill: #57606a; }
.yes .box { fill: #e3f4e7; }
.no .box { fill: #fbe9e7; }
.open .box { fill: #fff7e0; }
.yes .box, .edge.yes, .bar.yes { stroke: #14692f; stroke-width: 2; }
.no .box, .edge.no, .bar.no { stroke: #a3231b; stroke-dasharray: 6 4; }
.open .box, .edge.open, .bar.open { stroke: #7a5200; stroke-dasharray: 1.5 3.5; stroke-linecap: round; }
.bar.yes, .bar.no, .bar.open { stroke-width: 3; stroke-dasharray: none; }
.yes .truth, .head.yes { fill: #14692f; }
.no .truth, .head.no { fill: #a3231b; }
.open .truth, .head.open { fill: #7a5200; }
)css";
}

}  // namespace advise::cli
