'use client';
import { useDraggable, useDroppable } from '@dnd-kit/core';
import { GripVertical, Lock } from 'lucide-react';
import { useT } from '@/lib/i18n/provider';
import { classes } from '@/ui/class-names';
import { Icon } from '@/ui/icon';
import { Avatar } from '@/ui/marks';
import { isHeld } from './arrangement';
import type { Desk } from './use-desk';

/** A student in a group: carried by the row, lifted by the grip, asked about by the name. */
export function DeskMember({ desk, group, member }: { desk: Desk; group: string; member: string }) {
  const t = useT();
  const { now, lifting, names, changed } = desk;
  const name = names[member] ?? member;
  const held = isHeld(now, member);
  const drop = useDroppable({ id: `member:${member}`, data: { group, with: member } });
  const drag = useDraggable({ id: member, disabled: held });
  const { lift } = lifting;
  if (lift?.member === member && lift.by === 'hand')
    return (
      <li className="member hole" ref={drag.setNodeRef}>
        {t('whatIf.lifted', { name })}
      </li>
    );
  const lifted = lift?.member === member;
  return (
    <li
      ref={drop.setNodeRef}
      className={classes('member', 'on-desk', lift?.seat?.with === member && 'under', lifted && 'in-hand')}
      data-member={member}
    >
      <span className="row grow member-row" ref={drag.setNodeRef} {...drag.listeners}>
        {held ? (
          <span className="grip held" title={t('whatIf.moveLocked', { name })}>
            <Icon of={Lock} size="s" />
          </span>
        ) : (
          <button
            type="button"
            className="grip"
            aria-label={t('whatIf.move', { name })}
            aria-describedby="move-how"
            aria-pressed={lifted}
            onKeyDown={lifting.keys(member)}
            onBlur={() => lifted && lifting.putBack()}
          >
            <Icon of={GripVertical} size="s" />
          </button>
        )}
        <Avatar of={{ id: member, name }} size="s" />
        <button type="button" className="member-name clip" onClick={() => desk.ask(member)}>
          {name}
        </button>
        {held && <span className="sr">{t('whatIf.isLocked')}</span>}
      </span>
      {changed.has(member) && (
        <span className="moved-dot" title={t('whatIf.hasMoved')}>
          <span className="sr">{t('whatIf.hasMoved')}</span>
        </span>
      )}
    </li>
  );
}
