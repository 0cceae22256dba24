'use client';
import {
  type Collision,
  type CollisionDetection,
  DndContext,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { GripVertical } from 'lucide-react';
import { useT } from '@/lib/i18n/provider';
import { Icon } from '@/ui/icon';
import { Avatar } from '@/ui/marks';
import type { RankedGroup } from '../ranked';
import type { Seat } from './arrangement';
import { DeskCard } from './desk-card';
import type { Desk } from './use-desk';

/** A row of a card lies over the card: whoever is under the hand counts before their group. */
const rowsFirst: CollisionDetection = (given) => {
  const under: Collision[] = pointerWithin(given);
  const row = under.find(({ id }) => given.droppableContainers.find((each) => each.id === id)?.data.current?.with);
  return row === undefined ? under : [row];
};

/** The groups as cards between which students are carried. */
export function DeskDeck({ desk, groups }: { desk: Desk; groups: readonly RankedGroup[] }) {
  const t = useT();
  const { lifting, names } = desk;
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
  );
  const lifted = lifting.lift?.by === 'hand' ? lifting.lift.member : null;
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={rowsFirst}
      // Our own live region says where the student is, with what it would change.
      accessibility={{
        announcements: {
          onDragStart: () => undefined,
          onDragOver: () => undefined,
          onDragEnd: () => undefined,
          onDragCancel: () => undefined,
        },
        screenReaderInstructions: { draggable: t('whatIf.moveHow') },
      }}
      onDragStart={({ active }) => lifting.take(String(active.id))}
      onDragOver={({ over }) => lifting.over((over?.data.current as Seat | undefined) ?? null)}
      onDragEnd={lifting.drop}
      onDragCancel={lifting.putBack}
    >
      <ul className="deck">
        {groups.map((group) => (
          <DeskCard key={group.name} desk={desk} group={group} />
        ))}
      </ul>
      <DragOverlay dropAnimation={null}>
        {lifted && (
          <div className="lifted">
            <Icon of={GripVertical} size="s" />
            <Avatar of={{ id: lifted, name: names[lifted] ?? lifted }} size="s" />
            <b>{names[lifted] ?? lifted}</b>
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}
