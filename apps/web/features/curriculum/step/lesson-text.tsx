'use client';
import type { LessonDraft } from '@tailcamp/contracts';
import { BookOpen, PencilRuler } from 'lucide-react';
import { useT } from '@/lib/i18n/provider';
import { duration } from '@/ui/format';
import { Icon } from '@/ui/icon';
import { Markdown } from '@/ui/markdown/markdown';
import { Tag } from '@/ui/marks';

/** A lesson as it is read: what it is for, how long it takes, its text. */
export function LessonText(props: {
  lesson: Pick<LessonDraft, 'title' | 'kind' | 'minutes' | 'objectives' | 'body'>;
  headingId: string;
}) {
  const t = useT();
  const { title, kind, minutes, objectives, body } = props.lesson;
  return (
    <>
      <header>
        <h2 id={props.headingId}>{title}</h2>
        <div className="end row">
          <Tag tone={kind === 'exercise' ? 'accent' : undefined}>{t(`path.kind.${kind}`)}</Tag>
          <span className="small muted num">{duration(minutes)}</span>
        </div>
      </header>
      <div className="pad">
        {objectives.length > 0 && (
          <ul className="objectives note">
            {[...new Set(objectives)].map((objective) => (
              <li key={objective}>
                <Icon of={kind === 'exercise' ? PencilRuler : BookOpen} size="s" />
                {objective}
              </li>
            ))}
          </ul>
        )}
        <Markdown>{body}</Markdown>
      </div>
    </>
  );
}
