'use client';
import type { FoundLesson, FoundSkill } from '@tailcamp/contracts';
import Link from 'next/link';
import { useGiven } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Card } from '@/ui/card';
import { duration } from '@/ui/format';
import { MarkedText, Tag } from '@/ui/marks';

/** Lessons with what of their text answers, the best first. */
export function FoundLessons({ campId, lessons }: { campId: string; lessons: readonly FoundLesson[] }) {
  const t = useT();
  return (
    <Card title={t('search.found')} end={<span className="small muted num">{lessons.length}</span>}>
      <ol className="found">
        {lessons.map(({ id, title, kind, minutes, skill, draft, heading, snippet }) => (
          <li key={`${id}${draft}`}>
            <div className="row wrap">
              <Link className="found-link" href={`/camps/${campId}/${draft ? 'studio' : 'lessons'}/${id}`}>
                {title}
              </Link>
              {draft && <Tag tone="warn">{t('search.draft')}</Tag>}
            </div>
            <p className="small muted">
              {skill.title} · {t(`path.kind.${kind}`)} · <span className="num">{duration(minutes)}</span>
            </p>
            <p className="note">
              {heading !== null && <b>{heading}: </b>}
              <MarkedText parts={snippet} />
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** The skills that a question seems to be about, for who learns with a way to learn them whole. */
export function FoundSkills({ campId, skills }: { campId: string; skills: readonly FoundSkill[] }) {
  const t = useT();
  const { myRole } = useGiven('camps.get', { campId });
  return (
    <Card title={t('search.about')}>
      <ul className="found">
        {skills.map(({ id, title, snippet }) => (
          <li key={id}>
            {myRole === 'student' ? (
              <Link className="found-link" href={`/camps/${campId}/path/${id}`}>
                {title}
              </Link>
            ) : (
              <b>{title}</b>
            )}
            <p className="small muted">
              <MarkedText parts={snippet} />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
