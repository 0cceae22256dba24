'use client';
import { Lightbulb, Shuffle } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Output } from '@/lib/api/names';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Segmented } from '@/ui/choice';
import { Icon } from '@/ui/icon';
import { Bones } from '@/ui/states';
import { AnswerInput } from '../../exam/answer-input';
import { type Draft, emptyDraft } from '../../exam/draft';
import { Keyed } from '../../marked-answer';
import { Question } from '../../question';
import { adviceInWords } from './advice-words';

export type Preview = Output<'itemBank.preview'>;

/** The question as a learner meets it, and with its key as the review shows it; and what might be better. */
export function ItemPreview(props: {
  /** Undefined until the question was whole for the first time. */
  preview: Preview | undefined;
  /** What is still missing for a newer one. */
  missing: readonly string[];
  onAnotherOrder: () => void;
}) {
  const t = useT();
  const { preview, missing } = props;
  const [view, setView] = useState<'asked' | 'keyed'>('asked');
  const isMixed = preview !== undefined && ('options' in preview.asked || 'lines' in preview.asked);
  return (
    <Card
      title={t('item.preview')}
      className="item-preview"
      end={
        <Segmented<'asked' | 'keyed'>
          label={t('item.preview')}
          value={view}
          options={[
            { value: 'asked', label: t('item.asAsked') },
            { value: 'keyed', label: t('item.asKeyed') },
          ]}
          onChange={setView}
        />
      }
    >
      {preview === undefined ? (
        missing.length === 0 ? (
          <Bones label={t('state.loading')} rows={5} />
        ) : (
          <Missing missing={missing} />
        )
      ) : (
        <>
          <div className="pad ask" aria-busy={missing.length > 0}>
            <Question asked={preview.asked} level="h3" />
            {view === 'keyed' ? (
              <Keyed asked={preview.asked} marked={preview.marked} />
            ) : (
              <Tried asked={preview.asked} />
            )}
            {isMixed && view === 'asked' && (
              <Button size="small" tone="quiet" icon={Shuffle} onClick={props.onAnotherOrder}>
                {t('item.anotherOrder')}
              </Button>
            )}
          </div>
          {missing.length > 0 && <Missing missing={missing} />}
          {missing.length === 0 && preview.advice.length > 0 && (
            <ul className="advice">
              {preview.advice.map((advice) => (
                <li key={advice.kind}>
                  <Icon of={Lightbulb} size="s" tone="warn" />
                  {adviceInWords(t, advice)}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Card>
  );
}

/** Answered as in an attempt, only that nothing comes of it. */
function Tried({ asked }: Pick<Preview, 'asked'>) {
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(asked));
  const shape = `${asked.kind} ${'options' in asked ? asked.options.length : 'lines' in asked ? asked.lines.length : 0}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another shape makes what was answered void
  useEffect(() => setDraft(emptyDraft(asked)), [shape]);
  return <AnswerInput asked={asked} draft={draft} onDraft={setDraft} />;
}

const MOST_SHOWN = 3;

function Missing({ missing }: { missing: readonly string[] }) {
  const t = useT();
  return (
    <div className="pad missing" role="status">
      <b className="note">{t('item.missing')}</b>
      <ul className="plain-list small muted">
        {missing.slice(0, MOST_SHOWN).map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </div>
  );
}
