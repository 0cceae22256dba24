import type { ComponentProps } from 'react';
import ReactMarkdown from 'react-markdown';
import gfm from 'remark-gfm';

const PLUGINS = [gfm];
const SOURCE = /^#(.+)$/;

/**
 * Markdown that a model wrote: nothing in it can be followed, loaded or run, but `[1]`, which leads to the source of that
 * number.
 * @param sourceId where a source stands on the page; null: there is none of that number
 */
export function Cited({ children, sourceId }: { children: string; sourceId: (number: number) => string | null }) {
  const text = children.replace(/\[(\d{1,2})\]/g, (whole, number: string) => {
    const id = sourceId(Number(number));
    return id === null ? whole : `[${number}](#${id})`;
  });
  return (
    <div className="prose">
      <ReactMarkdown
        remarkPlugins={PLUGINS}
        components={{ a: Inward, img: Nothing, h1: 'h4', h2: 'h4', h3: 'h4', pre: Block }}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}

function Inward({ href, children }: ComponentProps<'a'>) {
  if (!SOURCE.test(href ?? '')) return <>{children}</>;
  return (
    <a className="cite num" href={href}>
      {children}
    </a>
  );
}

const Nothing = () => null;

function Block({ children }: ComponentProps<'pre'>) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
  return <pre tabIndex={0}>{children}</pre>;
}
