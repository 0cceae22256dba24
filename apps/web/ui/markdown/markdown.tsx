import type { ComponentProps } from 'react';
import ReactMarkdown from 'react-markdown';
import gfm from 'remark-gfm';
import { Lines } from './code-view';
import { Diagram } from './diagram';

const PLUGINS = [gfm];
/** What may stand inside a button, a label or a heading. */
const PHRASES = ['code', 'em', 'strong', 'del'];

/** Markdown of people: never HTML, and links that open elsewhere. */
export function Markdown({ children }: { children: string }) {
  return (
    <div className="prose">
      <ReactMarkdown remarkPlugins={PLUGINS} components={{ pre: Block, a: Outward, h1: 'h3', h2: 'h3', h3: 'h4' }}>
        {children}
      </ReactMarkdown>
    </div>
  );
}

/** The same within a line: emphasis and code alone, the rest as its text. */
export function Phrase({ children }: { children: string }) {
  return (
    <ReactMarkdown allowedElements={PHRASES} unwrapDisallowed>
      {children}
    </ReactMarkdown>
  );
}

/** A fenced block in its language's colours. */
function Block({ node }: ComponentProps<'pre'> & { node?: HastElement | undefined }) {
  const code = node?.children.find((child) => child.type === 'element' && child.tagName === 'code');
  const names = code?.type === 'element' ? code.properties.className : null;
  const named = Array.isArray(names) ? names.map(String).find((name) => name.startsWith('language-')) : undefined;
  const source =
    code?.type === 'element' ? code.children.map((child) => (child.type === 'text' ? child.value : '')).join('') : '';
  if (named === 'language-mermaid') return <Diagram source={source} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <pre tabIndex={0}>
      <code>
        <Lines language={named?.slice('language-'.length) ?? ''} source={source.replace(/\n$/, '')} />
      </code>
    </pre>
  );
}

type HastElement = NonNullable<
  Parameters<NonNullable<NonNullable<ComponentProps<typeof ReactMarkdown>['allowElement']>>>[0]
>;

function Outward({ href, children }: ComponentProps<'a'>) {
  return (
    <a className="link" href={href} rel="noreferrer nofollow" target="_blank">
      {children}
    </a>
  );
}
