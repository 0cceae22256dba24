'use client';
import { useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { HeatMap } from '@/ui/charts/heat-map';
import { fullCriterion, shortCriterion } from './criterion-words';
import type { RankedGroup } from './ranked';

/** Groups against criteria: where the whole camp is strong, and the one weakest cell. */
export function ScoreMap({ groups, onOpen }: { groups: readonly RankedGroup[]; onOpen: (name: string) => void }) {
  const t = useT();
  const criteria = groups[0]?.criteria ?? [];
  const short = criteria.map((each) => shortCriterion(t, each));
  const columns = criteria.map((each, at) =>
    short.indexOf(short[at] ?? '') === at ? (short[at] ?? '') : fullCriterion(t, each),
  );
  const cells = groups.flatMap((group) =>
    group.criteria.map(({ score }, column) => ({ row: group.name, column, score })),
  );
  const weakest = cells.reduce<(typeof cells)[number] | undefined>(
    (low, each) => (low && low.score <= each.score ? low : each),
    undefined,
  );
  return (
    <Card className="heat-card">
      <HeatMap
        label={t('result.heat')}
        corner={t('result.group')}
        columns={columns}
        totalName={t('result.score')}
        rows={groups.map((group) => ({
          id: group.name,
          name: group.name,
          onPress: () => onOpen(group.name),
          values: group.criteria.map(({ score }) => score),
          total: group.score,
        }))}
        tail={weakest}
      />
    </Card>
  );
}
