'use client';
import { useT } from '@/lib/i18n/provider';
import { HeatMap } from '@/ui/charts/heat-map';
import { initials } from '@/ui/format';
import type { Person } from '@/ui/marks';

/** Members against members: how well each two fit, 0 to 1. */
export function PairMap({ people, pairs }: { people: readonly Person[]; pairs: readonly (readonly number[])[] }) {
  const t = useT();
  const short = people.map(({ name }) => initials(name));
  const columns = short.map((each, at) => (short.indexOf(each) === at ? each : `${each} ${at + 1}`));
  return (
    <div className="pairs">
      <HeatMap
        label={t('result.pairs')}
        corner={t('group.members')}
        columns={columns}
        rows={people.map(({ id, name }, row) => ({
          id,
          name,
          values: people.map((_, column) => (row === column ? null : (pairs[row]?.[column] ?? null))),
        }))}
      />
    </div>
  );
}
