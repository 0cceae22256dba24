import { CircleAlert, CornerDownRight, Info, type LucideIcon } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { classes } from './class-names';
import { Icon } from './icon';

/** What is true, what to do, how long it takes. One button. */
export function Empty(props: { icon: LucideIcon; title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <Icon of={props.icon} size="l" />
      <b>{props.title}</b>
      {props.children !== undefined && <p className="note">{props.children}</p>}
      {props.action}
    </div>
  );
}

/** One bone, in the shape of what comes. */
export function Bone(props: { width: CSSProperties['width']; height?: number; round?: boolean }) {
  const { width, height = 11, round } = props;
  return <i className="bones" style={{ display: 'block', width, height, ...(round ? { borderRadius: '50%' } : {}) }} />;
}

/** Rows of bones after 200 ms, so that what comes at once does not flicker. */
export function Bones(props: { label: string; rows?: number }) {
  const widths = ['62%', '48%', '70%', '55%', '66%', '51%'];
  return (
    <div className="bones-list" role="status" aria-label={props.label}>
      {Array.from({ length: props.rows ?? 4 }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bones have no other identity
        <div className="row" key={row}>
          <Bone width={20} height={20} round />
          <Bone width={widths[row % widths.length]} />
        </div>
      ))}
    </div>
  );
}

/** For the page: what is wrong, what was kept, a way on. `calm` says what is so without alarm. */
export function Banner(props: { calm?: boolean; icon?: LucideIcon; action?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes('banner', props.calm && 'calm')} role={props.calm ? 'status' : 'alert'}>
      <Icon of={props.icon ?? (props.calm ? Info : CircleAlert)} />
      <div className="note grow">{props.children}</div>
      {props.action}
    </div>
  );
}

/** Follows every decision that the camp makes: one sentence, one cause, a way out. */
export function Because(props: { children: ReactNode }) {
  return (
    <p className="because">
      <Icon of={CornerDownRight} />
      <span>{props.children}</span>
    </p>
  );
}

/** How far long work has come. */
export function Bar(props: { label: string; done: number; of: number }) {
  const share = props.of > 0 ? Math.min(1, props.done / props.of) : 0;
  return (
    <div
      className="bar"
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={props.of}
      aria-valuenow={props.done}
    >
      <i style={{ width: `${share * 100}%` }} />
    </div>
  );
}
