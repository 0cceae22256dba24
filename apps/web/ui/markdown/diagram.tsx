'use client';
import { useEffect, useId, useState } from 'react';

/** Drawn by the page's own tokens, so that it follows the theme. */
const THEME = `
* { filter: none !important; }
.node rect, .node circle, .node polygon, .node path, .actor, .label-container { fill: var(--surface-2, var(--code-bg)) !important; stroke: var(--line-control) !important; }
.nodeLabel, .edgeLabel, .edgeLabel p, .label, .messageText, .actor > tspan, .cluster-label, .noteText > tspan, .loopText > tspan, .labelText > tspan, text { fill: var(--text) !important; color: var(--text) !important; }
.edgeLabel, .edgeLabel p, .labelBkg { background-color: var(--surface) !important; }
.edgeLabel rect { fill: var(--surface) !important; }
.flowchart-link, .messageLine0, .messageLine1, .transition, .actor-line { stroke: var(--muted) !important; }
.marker, .arrowheadPath, #arrowhead path { fill: var(--muted) !important; stroke: var(--muted) !important; }
.cluster rect, .note { fill: var(--code-bg) !important; stroke: var(--line-strong) !important; }
`;

/**
 * The library puts itself beside the globals, which only a script of its own can do. It is large, and most lessons have no
 * diagram: it comes with the first one.
 */
const SCRIPT = new URL('@mermaid-js/tiny/dist/mermaid.tiny.js', import.meta.url).href;
let loading: Promise<Mermaid> | null = null;

function load(): Promise<Mermaid> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = SCRIPT;
    script.onload = () => resolve(globalThis.mermaid);
    script.onerror = () => {
      loading = null;
      script.remove();
      reject(new Error('The library of diagrams cannot be fetched'));
    };
    document.head.append(script);
  });
  return loading;
}

/** A diagram by its text, which stands there until the drawing has come, or if it cannot be drawn. */
export function Diagram({ source }: { source: string }) {
  const id = useId().replace(/\W/g, '');
  const [drawn, setDrawn] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    const draw = async () => {
      const library = await load();
      library.initialize({
        startOnLoad: false,
        securityLevel: 'strict',
        theme: 'base',
        themeCSS: THEME,
        fontFamily: 'inherit',
      });
      const { svg } = await library.render(`diagram-${id}`, source);
      if (!gone) setDrawn(svg);
    };
    // Its text says the same where it cannot be drawn.
    draw().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [id, source]);
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
  if (drawn === null) return <pre tabIndex={0}>{source}</pre>;
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: the library sanitises what it draws (securityLevel strict)
    <div className="diagram" role="img" aria-label={source} dangerouslySetInnerHTML={{ __html: drawn }} />
  );
}
