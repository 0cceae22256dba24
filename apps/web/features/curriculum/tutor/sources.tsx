import type { TutorSource } from '@tailcamp/contracts';
import { BookOpen } from 'lucide-react';
import Link from 'next/link';
import { useT } from '@/lib/i18n/provider';
import { Icon } from '@/ui/icon';

export const sourceId = (turnId: string, number: number): string => `source-${turnId}-${number}`;

/** What an answer rests on: the passage shows on hover and focus, the lesson opens on a press. */
export function Sources(props: { campId: string; turnId: string; sources: readonly TutorSource[]; whole?: boolean }) {
  const t = useT();
  return (
    <ol className={props.whole ? 'sources whole' : 'sources'} aria-label={t('tutor.sources')}>
      {props.sources.map(({ number, lesson, skill, heading, passage }) => (
        <li key={number}>
          <Link
            id={sourceId(props.turnId, number)}
            className="source"
            href={`/camps/${props.campId}/path/${skill.id}#lesson-${lesson.id}`}
            aria-label={t('tutor.openSource', { lesson: lesson.title })}
          >
            <span className="source-head">
              <b className="num">{number}</b>
              <span className="clip">{lesson.title}</span>
              <Icon of={BookOpen} size="s" />
            </span>
            <span className="small muted clip">{heading === null ? skill.title : `${skill.title} · ${heading}`}</span>
            <span className="passage">{passage}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
