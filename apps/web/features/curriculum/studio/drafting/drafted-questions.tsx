'use client';
import type { ContentDraft, DraftedQuestion } from '@tailcamp/contracts';
import { CheckCheck, Lightbulb, ListPlus } from 'lucide-react';
import { useState } from 'react';
import { adviceInWords } from '@/features/assessment/bank/editor/advice-words';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Check } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { Markdown, Phrase } from '@/ui/markdown/markdown';
import { Tag } from '@/ui/marks';
import { Empty } from '@/ui/states';
import { toast } from '@/ui/toast-store';

/** Drafted questions with their keys, to be looked over: what is ticked goes into the bank. */
export function DraftedQuestions(props: {
  campId: string;
  draft: ContentDraft;
  questions: readonly DraftedQuestion[];
}) {
  const t = useT();
  const { campId, draft, questions } = props;
  const { put, refresh } = useAnswers();
  const file = useWrite('drafting.file');
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const open = chosen.filter((at) => questions[at]?.filed === false);
  const toggle = (at: number) => setChosen(chosen.includes(at) ? chosen.filter((one) => one !== at) : [...chosen, at]);
  const send = () =>
    file.mutate(
      { campId, draftId: draft.id, questions: open },
      {
        onSuccess: (now) => {
          put('drafting.get', { campId, draftId: draft.id }, now);
          refresh('itemBank.search');
          setChosen([]);
          toast(t('draft.filed'));
        },
        onError: (error) => {
          refresh('drafting.get');
          toast(inWords(error), { tone: 'bad' });
        },
      },
    );
  if (questions.length === 0)
    return (
      <Card label={t('draft.crumb')}>
        <Empty icon={ListPlus} title={t('draft.noQuestions')}>
          {t('draft.noQuestionsBecause')}
        </Empty>
      </Card>
    );
  return (
    <>
      {questions.map((question, at) => (
        <Card
          key={question.item.id}
          className="draft-part"
          title={
            question.filed ? (
              t(`question.${question.item.kind}`)
            ) : (
              <Check checked={chosen.includes(at)} onChange={() => toggle(at)}>
                {t(`question.${question.item.kind}`)}
              </Check>
            )
          }
          end={
            question.filed ? (
              <Tag tone="good">{t('draft.inBank')}</Tag>
            ) : (
              question.cites.length > 0 && <span className="small muted mono">[{question.cites.join(', ')}]</span>
            )
          }
        >
          <Keyed {...question} />
        </Card>
      ))}
      <div className="row wrap">
        <Button tone="primary" icon={CheckCheck} busy={file.isPending} disabled={open.length === 0} onClick={send}>
          {t('draft.file', { count: open.length })}
        </Button>
        <span className="small muted">{t('draft.fileHow')}</span>
      </div>
    </>
  );
}

/** A question as its author sees it: what it asks, the key, why. */
function Keyed({ item, advice }: DraftedQuestion) {
  const t = useT();
  const key =
    'options' in item
      ? null
      : item.kind === 'text'
        ? item.accept.join(' / ')
        : item.kind === 'number'
          ? String(item.answer)
          : 'sample' in item
            ? item.sample
            : item.lines.join(' → ');
  return (
    <>
      <div className="pad col">
        <Markdown>{item.stem}</Markdown>
        {item.code && <Markdown>{`\`\`\`${item.code.language}\n${item.code.source}\n\`\`\``}</Markdown>}
        {'options' in item && (
          <ul className="draft-options">
            {item.options.map(({ text, right, because }) => (
              <li key={text}>
                <Tag tone={right ? 'good' : undefined}>{t(right ? 'draft.right' : 'draft.wrong')}</Tag>
                <span>
                  <Phrase>{text}</Phrase>
                  {because && <span className="small muted"> · {because}</span>}
                </span>
              </li>
            ))}
          </ul>
        )}
        {key !== null && (
          <p className="note">
            <b>{t('draft.key')}</b> {key}
          </p>
        )}
        <div className="muted">
          <Markdown>{item.explanation}</Markdown>
        </div>
      </div>
      {advice.length > 0 && (
        <ul className="advice">
          {advice.map((one) => (
            <li key={one.kind}>
              <Icon of={Lightbulb} size="s" tone="warn" />
              {adviceInWords(t, one)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
