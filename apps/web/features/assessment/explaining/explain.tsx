'use client';
import type { AnswerExplanation } from '@tailcamp/contracts';
import { BookOpen, Lightbulb } from 'lucide-react';
import { inWords } from '@/lib/api/problem';
import { useWrite } from '@/lib/api/query';
import { useLocale, useT } from '@/lib/i18n/provider';
import { Button, ButtonLink } from '@/ui/button';
import { Markdown } from '@/ui/markdown/markdown';
import { Banner } from '@/ui/states';
import { AnsweredByLine } from '../../answered-by';

type Place = { campId: string };

/** “Explain this” below an answer in an attempt. */
export function ExplainAttempt({ campId, attemptId, position }: Place & { attemptId: string; position: number }) {
  const explain = useWrite('explanations.ofAttempt');
  const language = useLanguage();
  return <Explaining campId={campId} asked={explain} onAsk={() => explain.mutate({ attemptId, position, language })} />;
}

/** “Explain this” below an answer in practice, or to the check of a lesson. */
export function ExplainPractice({ campId, practiceId }: Place & { practiceId: string }) {
  const explain = useWrite('explanations.ofPractice');
  const language = useLanguage();
  return <Explaining campId={campId} asked={explain} onAsk={() => explain.mutate({ campId, practiceId, language })} />;
}

const useLanguage = (): 'en' | 'es' => (useLocale() === 'es' ? 'es' : 'en');

interface Asked {
  data: AnswerExplanation | undefined;
  error: Error | null;
  isPending: boolean;
}

function Explaining({ campId, asked, onAsk }: { campId: string; asked: Asked; onAsk: () => void }) {
  const t = useT();
  const { data, error, isPending } = asked;
  if (data !== undefined) return <Explained campId={campId} explanation={data} />;
  return (
    <div className="explain">
      {error !== null && <Banner>{inWords(error)}</Banner>}
      <Button size="small" icon={Lightbulb} busy={isPending} onClick={onAsk}>
        {t(isPending ? 'explain.busy' : error === null ? 'explain.do' : 'explain.again')}
      </Button>
    </div>
  );
}

/** By a model in three parts; by rules only what the page does not show already, and where to learn it. */
function Explained({ campId, explanation }: { campId: string; explanation: AnswerExplanation }) {
  const t = useT();
  const { wrong, right, hint, skill, by } = explanation;
  return (
    <section className="explain explained" aria-label={t('explain.title')} role="status">
      {wrong !== null && (
        <div>
          <b className="note">{t('explain.wrong')}</b>
          <Markdown>{wrong}</Markdown>
        </div>
      )}
      {by.how === 'model' ? (
        <div>
          <b className="note">{t('explain.right')}</b>
          <Markdown>{right}</Markdown>
        </div>
      ) : (
        wrong === null && <p className="note muted">{t('explain.noMore')}</p>
      )}
      {hint !== null && (
        <div>
          <b className="note">{t('explain.hint')}</b>
          <Markdown>{hint}</Markdown>
        </div>
      )}
      <ButtonLink size="small" icon={BookOpen} href={`/camps/${campId}/path/${skill.id}`}>
        {t('explain.learn', { skill: skill.title })}
      </ButtonLink>
      <AnsweredByLine by={by} />
    </section>
  );
}
