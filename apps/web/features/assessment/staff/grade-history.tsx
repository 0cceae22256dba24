'use client';
import type { AnswerGrade } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { useDates } from '@/ui/time';

/** Levels as they are worth reading in a line. */
const listed = (levels: readonly (number | null)[]): string => levels.map((level) => level ?? '–').join(', ');

/** Every grade that was given, with what stood before it and what was proposed. */
export function GradeHistory({ history }: { history: readonly AnswerGrade[] }) {
  const t = useT();
  const dates = useDates();
  if (history.length === 0) return null;
  return (
    <Card title={t('history.title')}>
      <ol className="pad form-column grade-history">
        {history.map(({ at, by, levels, before, proposed }) => (
          <li key={at} className="note">
            {by === null
              ? t('history.released', { levels: listed(levels) })
              : t('history.by', { name: by || t('history.somebody'), levels: listed(levels) })}
            <span className="small muted">
              {' · '}
              {[
                dates.moment(at),
                ...(before === null ? [] : [t('history.before', { levels: listed(before) })]),
                ...(proposed === null ? [] : [t('history.proposed', { levels: listed(proposed) })]),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
