'use client';
import type { DraftSource } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';
import { Markdown } from '@/ui/markdown/markdown';

/** What a draft rests on, by the numbers that it cites; each opens to be read. */
export function SourcesList({ campId, sources }: { campId: string; sources: readonly DraftSource[] }) {
  const t = useT();
  return (
    <ol className="draft-sources">
      {sources.map(({ n, lesson, title, heading, text }) => (
        <li key={n}>
          <details>
            <summary>
              <span className="mono num">[{n}]</span>
              <span className="grow">
                {title}
                {heading !== '' && <span className="muted"> · {heading}</span>}
              </span>
            </summary>
            <div className="draft-piece">
              <Markdown>{text}</Markdown>
              <a className="link small" href={`/camps/${campId}/studio/${lesson}`}>
                {t('draft.openLesson')}
              </a>
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}
