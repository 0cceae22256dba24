'use client';
import { ALargeSmall, FileCode } from 'lucide-react';
import { useState } from 'react';
import { classes } from '../class-names';
import { Icon } from '../icon';
import { highlight } from './highlight';

/** Code to be read: numbered lines, its file's name above it, larger on request. */
export function CodeView(props: {
  language: string;
  source: string;
  file?: string | undefined;
  words: { larger: string };
}) {
  const [large, setLarge] = useState(false);
  const source = props.source.replace(/\n$/, '');
  return (
    <figure className={classes('code', large && 'large')}>
      <figcaption className="small faint">
        <Icon of={FileCode} size="s" />
        {props.file ?? props.language}
        <span className="grow" />
        <button
          className="ib s"
          type="button"
          aria-label={props.words.larger}
          aria-pressed={large}
          onClick={() => setLarge(!large)}
        >
          <Icon of={ALargeSmall} size="s" />
        </button>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <pre tabIndex={0}>
        <code>
          <Lines language={props.language} source={source} numbered />
        </code>
      </pre>
    </figure>
  );
}

/** The lines themselves, coloured. */
export function Lines(props: { language: string; source: string; numbered?: boolean }) {
  return highlight(props.language, props.source).map((tokens, line) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its number
    <span key={line} className={props.numbered ? 'ln' : undefined}>
      {tokens.map(({ text, tone }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: so is a piece of it
        <b key={at} className={tone ?? undefined}>
          {text}
        </b>
      ))}
      {'\n'}
    </span>
  ));
}
