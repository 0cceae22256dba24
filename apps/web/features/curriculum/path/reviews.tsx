'use client';
import type { MyPath } from '@tailcamp/contracts';
import { Repeat } from 'lucide-react';
import Link from 'next/link';
import { useT } from '@/lib/i18n/provider';
import { ButtonLink } from '@/ui/button';
import { Card } from '@/ui/card';
import { percent } from '@/ui/format';
import { Count } from '@/ui/marks';
import { useDates } from '@/ui/time';

const SHOWN = 5;

/** What was learnt and begins to be forgotten. */
export function Reviews({ campId, today: { reviews, reviewsSoon } }: { campId: string; today: MyPath['today'] }) {
  const t = useT();
  const dates = useDates();
  const practice = `/camps/${campId}/practice`;
  return (
    <Card
      title={
        <>
          {t('path.reviews')} {reviews.length > 0 && <Count now>{reviews.length}</Count>}
        </>
      }
    >
      {reviews.length === 0 ? (
        <p className="pad note muted">
          {reviewsSoon > 0 ? t('path.reviewsSoon', { count: reviewsSoon }) : t('path.reviewsNone')}
        </p>
      ) : (
        <>
          <ul className="reviews">
            {reviews.slice(0, SHOWN).map(({ skill, due, mastery }) => (
              <li key={skill.id}>
                <span className="grow">
                  <Link className="link" href={`${practice}?skill=${skill.id}`}>
                    {skill.title}
                  </Link>
                  <span className="small muted">{t('path.dueSince', { day: dates.day(due) })}</span>
                </span>
                <span className="num small">{percent(mastery)}</span>
              </li>
            ))}
          </ul>
          <div className="foot">
            <ButtonLink icon={Repeat} href={practice}>
              {t('path.reviewAll', { count: reviews.length })}
            </ButtonLink>
          </div>
        </>
      )}
    </Card>
  );
}
