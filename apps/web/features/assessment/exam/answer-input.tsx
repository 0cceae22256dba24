'use client';
import type { AskedQuestion } from '@tailcamp/contracts';
import { useT } from '@/lib/i18n/provider';
import { Input, Textarea } from '@/ui/field';
import { type Draft, picked } from './draft';
import { Options } from './options';
import { Ordering } from './ordering';

/** Where the answer to a question of any kind is put in. */
export function AnswerInput(props: { asked: AskedQuestion; draft: Draft; onDraft: (draft: Draft) => void }) {
  const t = useT();
  const { asked, draft, onDraft } = props;
  if (draft.kind === 'picked' && 'options' in asked) {
    return (
      <Options
        asked={asked}
        places={draft.places}
        onPick={(place) => onDraft(picked(draft, place, asked.kind === 'choices'))}
      />
    );
  }
  if (draft.kind === 'order' && 'lines' in asked) {
    return <Ordering lines={asked.lines} places={draft.places} onOrder={(places) => onDraft({ ...draft, places })} />;
  }
  if (draft.kind !== 'text') return null;
  const field = {
    value: draft.text,
    onChange: ({ target }: { target: { value: string } }) => onDraft({ ...draft, text: target.value }),
  };
  if (asked.kind === 'number') {
    return (
      <Input
        label={asked.unit === null ? t('exam.yourNumber') : t('exam.yourNumberIn', { unit: asked.unit })}
        inputMode="decimal"
        autoComplete="off"
        className="num short"
        {...field}
      />
    );
  }
  if (asked.kind === 'text') {
    return (
      <Input
        label={t('exam.yourAnswer')}
        hint={asked.caseMatters ? t('exam.caseMatters') : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={500}
        {...field}
      />
    );
  }
  const criteria = 'criteria' in asked ? asked.criteria : [];
  const isCode = asked.kind === 'program';
  return (
    <>
      <Textarea
        label={t(isCode ? 'exam.yourProgram' : 'exam.yourText')}
        hint={t('exam.written')}
        rows={isCode ? 14 : 10}
        maxLength={20_000}
        spellCheck={!isCode}
        className={isCode ? 'mono' : undefined}
        {...field}
      />
      <div className="note muted">
        <p>{t('exam.gradedBy')}</p>
        <ul className="plain-list">
          {criteria.map((criterion) => (
            <li key={criterion}>{criterion}</li>
          ))}
        </ul>
      </div>
    </>
  );
}
