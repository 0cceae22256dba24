/** The colours and the type of the product (apps/web/ui), for a page that the API serves on its own. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --canvas: #f5f7f4; --surface: #fff; --line: #dce1dd; --text: #12221e; --muted: #586661;
  --accent: #07747e; --soft: #e1f3f5 }
@media (prefers-color-scheme: dark) { :root { --canvas: #0d1412; --surface: #141c1a; --line: #27312e; --text: #e2e8e5;
  --muted: #91a09b; --accent: #5daeb8; --soft: #153033 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--canvas); color: var(--text);
  font: 15px/1.55 "Inter Variable", Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", sans-serif }
header, main { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem }
header { padding-top: 2.5rem } main { padding-bottom: 4rem }
h1 { margin: 0; font-size: 1.75rem; letter-spacing: -0.02em } h1 small { color: var(--muted); font-size: 1rem; font-weight: 400 }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.125rem } h2::first-letter { text-transform: uppercase }
h3 { margin: 1.25rem 0 .5rem; font-size: .875rem; color: var(--muted) }
a { color: var(--accent) }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none }
details { margin: .5rem 0; background: var(--surface); border: 1px solid var(--line); border-radius: 10px }
summary { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem .75rem; padding: .75rem 1rem; cursor: pointer }
summary:focus-visible, a:focus-visible, pre:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
code, pre { font-family: "JetBrains Mono Variable", ui-monospace, monospace; font-size: .875em }
summary code { overflow-wrap: anywhere }
.method { min-width: 4rem; padding: .05rem .5rem; border-radius: 6px; background: var(--soft); color: var(--accent);
  font-size: .75rem; font-weight: 650; text-align: center }
.what { color: var(--muted); flex: 1 1 14rem } .access { color: var(--muted); font-size: .8125rem }
.inside { padding: 0 1rem 1rem; border-top: 1px solid var(--line) }
.wide { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-size: .875rem }
th, td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top }
pre { max-height: 24rem; margin: .5rem 0; padding: .875rem; overflow: auto; background: var(--canvas); border-radius: 8px }
dt { float: left; min-width: 3rem } dd { margin: 0 0 .5rem 3.5rem }
`;
