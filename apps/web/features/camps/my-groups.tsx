'use client';
import { useGiven } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { GroupCard } from '../groups/group-card';

/** The groups I am in; nothing where I am in none. */
export function MyGroups() {
  const t = useT();
  const { items } = useGiven('groups.mine', {});
  if (items.length === 0) return null;
  return (
    <ul className="deck" aria-label={t('camp.yourGroup')}>
      {items.map((group) => (
        <GroupCard key={group.id} group={group} about={group.campName} />
      ))}
    </ul>
  );
}
