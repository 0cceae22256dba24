'use client';
import type { StudioOverview } from '@tailcamp/contracts';
import Link from 'next/link';
import { useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { Tag } from '@/ui/marks';
import { useDates } from '@/ui/time';
import { skillTitles, topicOf } from './wish-form';

const SHOWN = 6;

/** What was drafted lately and nobody has taken up yet. */
export function DraftsCard({ campId, overview }: { campId: string; overview: StudioOverview }) {
  const t = useT();
  const dates = useDates();
  const { data } = useRead('drafting.list', { campId });
  const titles = skillTitles(overview);
  const open = (data?.drafts ?? []).filter(
    ({ state, taken, questions }) =>
      state !== 'cancelled' && taken.length === 0 && !questions?.every(({ filed }) => filed),
  );
  if (open.length === 0) return null;
  return (
    <Card title={t('draft.waiting')}>
      <ul className="members-wide">
        {open.slice(0, SHOWN).map(({ id, wish, state, at }) => (
          <li key={id}>
            <Link className="link grow" href={`/camps/${campId}/studio/drafts/${id}`}>
              {t(`draft.what.${wish.what}`)}: {topicOf(wish, titles)}
            </Link>
            {state === 'done' ? (
              <span className="small muted">{dates.day(at)}</span>
            ) : (
              <Tag tone={state === 'failed' ? 'bad' : 'info'}>{t(`draft.state.${state}`)}</Tag>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
