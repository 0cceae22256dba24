'use client';
import { FileUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { Button } from './button';
import { classes } from './class-names';
import { Icon } from './icon';

interface DropZoneProps {
  title: string;
  /** What such a file holds. */
  hint: string;
  /** The words of the button. */
  choose: string;
  /** As the platform's file input takes it. */
  accept: string;
  onFile: (file: File | undefined) => void;
}

/** Takes one file, dropped or chosen; the same one may be given again. */
export function DropZone({ title, hint, choose, accept, onFile }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's shortcut; the button inside does the same
    <div
      className={classes('card', 'drop-zone', over && 'over')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon of={FileUp} size="l" />
      <b>{title}</b>
      <p className="note muted">{hint}</p>
      <input
        ref={input}
        type="file"
        accept={accept}
        className="sr"
        tabIndex={-1}
        aria-label={choose}
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button tone="primary" onClick={() => input.current?.click()}>
        {choose}
      </Button>
    </div>
  );
}
