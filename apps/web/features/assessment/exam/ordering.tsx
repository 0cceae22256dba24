'use client';
import {
  closestCenter,
  DndContext,
  PointerSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { type KeyboardEvent, useId, useRef } from 'react';
import { useT } from '@/lib/i18n/provider';
import { IconButton } from '@/ui/button';
import { classes } from '@/ui/class-names';
import { Icon } from '@/ui/icon';
import { Phrase } from '@/ui/markdown/markdown';
import { moved } from './draft';

/** A press becomes a drag after this many pixels, so that the buttons in a row still work. */
const DRAG_FROM_PX = 6;

/** Lines to be put in order: dragged, moved by their buttons, or by the arrow keys. */
export function Ordering(props: {
  lines: readonly string[];
  places: readonly number[];
  onOrder: (places: readonly number[]) => void;
}) {
  const t = useT();
  const list = useRef<HTMLOListElement>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: DRAG_FROM_PX } }));
  const { lines, places } = props;
  const move = (from: number, to: number) => props.onOrder(moved(places, from, to));
  const byKey = (event: KeyboardEvent, at: number) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    move(at, at + step);
  };
  return (
    <DndContext
      id={useId()}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragOver={({ active, over }) => {
        if (over !== null && over.id !== active.id)
          move(places.indexOf(Number(active.id)), places.indexOf(Number(over.id)));
      }}
    >
      <p className="sr" id="ordering-how">
        {t('exam.orderHow')}
      </p>
      <ol className="order" ref={list} aria-describedby="ordering-how">
        {places.map((place, at) => (
          <Line
            key={place}
            place={place}
            at={at}
            text={lines[place] ?? ''}
            last={at === places.length - 1}
            onMove={move}
            onKey={byKey}
          />
        ))}
      </ol>
    </DndContext>
  );
}

function Line(props: {
  place: number;
  at: number;
  text: string;
  last: boolean;
  onMove: (from: number, to: number) => void;
  onKey: (event: KeyboardEvent, at: number) => void;
}) {
  const t = useT();
  const { place, at, text, last } = props;
  const drag = useDraggable({ id: place });
  const drop = useDroppable({ id: place });
  return (
    <li ref={drop.setNodeRef} className={classes('line', drag.isDragging && 'dragged')}>
      <div ref={drag.setNodeRef} className="line-body" {...drag.listeners}>
        <span className="muted">
          <Icon of={GripVertical} />
        </span>
        <kbd>{at + 1}</kbd>
        <button type="button" className="line-text" onKeyDown={(event) => props.onKey(event, at)}>
          <Phrase>{text}</Phrase>
        </button>
        <IconButton
          icon={ArrowUp}
          small
          label={t('exam.moveUp', { line: at + 1 })}
          disabled={at === 0}
          onClick={() => props.onMove(at, at - 1)}
        />
        <IconButton
          icon={ArrowDown}
          small
          label={t('exam.moveDown', { line: at + 1 })}
          disabled={last}
          onClick={() => props.onMove(at, at + 1)}
        />
      </div>
    </li>
  );
}
