import type { ReactNode } from 'react';
import { classes } from './class-names';
import { initials, personColour } from './format';

/** A short word about a thing. Ember is for the weakest of a set alone. */
export function Tag(props: {
  tone?: 'good' | 'warn' | 'bad' | 'info' | 'accent' | 'ember' | undefined;
  children: ReactNode;
}) {
  return <span className={classes('tag', props.tone)}>{props.children}</span>;
}

/** How many; `now` where they wait for the reader. */
export function Count(props: { now?: boolean; children: ReactNode }) {
  return <span className={classes('count', 'num', props.now && 'now')}>{props.children}</span>;
}

/** A text in which some stretches were asked for. */
export function MarkedText(props: { parts: readonly { text: string; marked: boolean }[] }) {
  return props.parts.map(({ text, marked }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place in the text
    marked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
  );
}

export interface Person {
  id: string;
  name: string;
}
/** Initials in the person's own colour; the name stands beside it, so that it is not read twice. */
export function Avatar(props: { of: Person; size?: 's' | 'l' | 'x'; presence?: 'here' | 'away' }) {
  const { id, name } = props.of;
  return (
    <span className={classes('av', `c${personColour(id)}`, props.size)} aria-hidden="true">
      {initials(name)}
      {props.presence && <i className={classes('on', props.presence === 'away' && 'away')} />}
    </span>
  );
}

/** People side by side, their names in one label. */
export function Stack(props: { of: readonly Person[]; most?: number }) {
  const shown = props.of.slice(0, props.most ?? 5);
  const more = props.of.length - shown.length;
  return (
    <span className="stack" role="img" aria-label={props.of.map(({ name }) => name).join(', ')}>
      {shown.map((person) => (
        <Avatar key={person.id} of={person} />
      ))}
      {more > 0 && (
        <span className="av" aria-hidden="true">
          +{more}
        </span>
      )}
    </span>
  );
}

export function Kbd(props: { children: ReactNode }) {
  return <kbd>{props.children}</kbd>;
}
