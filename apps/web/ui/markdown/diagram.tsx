'use client';
import { useEffect, useId, useState } from 'react';

/** Drawn by the page's own tokens, so that it follows the theme. */
const THEME = `
.node rect, .node circle, .node polygon, .node path, .actor, .label-container { fill: var(--surface-2, var(--code-bg)) !important; stroke: var(--line-control) !important; }
.nodeLabel, .edgeLabel, .edgeLabel p, .label, .messageText, .actor > tspan, .cluster-label, .noteText > tspan, .loopText > tspan, .labelText > tspan, text { fill: var(--text) !important; color: var(--text) !important; }
.edgeLabel, .edgeLabel p, .labelBkg { background-color: var(--surface) !important; }
.edgeLabel rect { fill: var(--surface) !important; }
.flowchart-link, .messageLine0, .messageLine1, .transition, .actor-line { stroke: var(--muted) !important; }
.marker, .arrowheadPath, #arrowhead path { fill: var(--muted) !important; stroke: var(--muted) !important; }
.cluster rect, .note { fill: var(--code-bg) !important; stroke: var(--line-strong) !important; }
`;

/** A diagram by its text, which stands there until the drawing has come, or if it cannot be drawn. */
export function Diagram({ source }: { source: string }) {
  const id = useId().replace(/\W/g, '');
  const [drawn, setDrawn] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    // It is large, and most lessons have no diagram: it comes with the first one.
    void import('@mermaid-js/tiny').then(
      async () => {
        const { mermaid } = globalThis;
        mermaid.initialize({
          startOnLoad: false,
          securityLevel: 'strict',
          theme: 'base',
          themeCSS: THEME,
          fontFamily: 'inherit',
        });
        const { svg } = await mermaid.render(`diagram-${id}`, source);
        if (!gone) setDrawn(svg);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [id, source]);
  if (drawn === null) return <pre>{source}</pre>;
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: the library sanitises what it draws (securityLevel strict)
    <div className="diagram" role="img" aria-label={source} dangerouslySetInnerHTML={{ __html: drawn }} />
  );
}
