'use client';
import type { AskedQuestion } from '@tailcamp/contracts';
import { ArrowDownUp, CircleDot, Code, type LucideIcon, PenLine, SquareCheck, TextCursorInput } from 'lucide-react';
import { useT } from '@/lib/i18n/provider';
import type { MessageKey } from '@/lib/i18n/translate';
import { Icon } from '@/ui/icon';
import { CodeView } from '@/ui/markdown/code-view';
import { Markdown, Phrase } from '@/ui/markdown/markdown';
import { stemOf } from './stem';

const KINDS = {
  choice: { icon: CircleDot, label: 'question.choice' },
  choices: { icon: SquareCheck, label: 'question.choices' },
  ordering: { icon: ArrowDownUp, label: 'question.ordering' },
  text: { icon: TextCursorInput, label: 'question.text' },
  number: { icon: TextCursorInput, label: 'question.number' },
  essay: { icon: PenLine, label: 'question.essay' },
  program: { icon: Code, label: 'question.program' },
} as const satisfies Record<AskedQuestion['kind'], { icon: LucideIcon; label: MessageKey }>;

/** What is asked: its kind, the question as the heading, what explains it, and the code to read. */
export function Question({ asked, level }: { asked: AskedQuestion; level: 'h1' | 'h2' | 'h3' }) {
  const t = useT();
  const { question, details } = stemOf(asked.stem);
  const { code } = asked;
  const kind = code === null ? KINDS[asked.kind] : ({ icon: Code, label: 'question.readCode' } as const);
  const Heading = level;
  return (
    <>
      <p className="small eyebrow">
        <Icon of={kind.icon} size="s" />
        {t(kind.label)}
        <span className="muted">
          {asked.domain.title}
          {code !== null && ` · ${LANGUAGES[code.language] ?? code.language}`}
        </span>
      </p>
      <Heading className="stem">
        <Phrase>{question}</Phrase>
      </Heading>
      {details !== '' && (
        <div className="muted">
          <Markdown>{details}</Markdown>
        </div>
      )}
      {code !== null && (
        <CodeView
          language={code.language}
          source={code.source}
          file={code.file}
          words={{ larger: t('question.largerText') }}
        />
      )}
    </>
  );
}

const LANGUAGES: Readonly<Record<string, string>> = {
  javascript: 'JavaScript',
  typescript: 'TypeScript',
  python: 'Python',
  sql: 'SQL',
  html: 'HTML',
  css: 'CSS',
  bash: 'Shell',
  http: 'HTTP',
  json: 'JSON',
  yaml: 'YAML',
  text: 'Text',
};
