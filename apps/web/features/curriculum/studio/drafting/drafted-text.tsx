'use client';
import type { ContentDraft, DraftedText } from '@tailcamp/contracts';
import { FilePlus2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { slugOf } from '@/features/assessment/slug';
import { fieldErrors, inWords } from '@/lib/api/problem';
import { useAnswers, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Check, Input } from '@/ui/field';
import { Markdown } from '@/ui/markdown/markdown';
import { Tag } from '@/ui/marks';
import { Banner } from '@/ui/states';

/** A drafted lesson or brief, part by part: what is ticked becomes a draft of the studio. */
export function DraftedTextForm({ campId, draft, text }: { campId: string; draft: ContentDraft; text: DraftedText }) {
  const t = useT();
  const router = useRouter();
  const { put, refresh } = useAnswers();
  const take = useWrite('drafting.take');
  const [title, setTitle] = useState(text.title);
  const [id, setId] = useState('');
  const [objectives, setObjectives] = useState<ReadonlySet<number>>(new Set(text.objectives.keys()));
  const [parts, setParts] = useState<ReadonlySet<number>>(new Set(text.parts.keys()));
  const name = id || slugOf(title);
  const errors = fieldErrors(take.error);
  const isAll = parts.size === text.parts.length && objectives.size === text.objectives.length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    take.mutate(
      { campId, draftId: draft.id, id: name, title, objectives: [...objectives], parts: [...parts] },
      {
        onSuccess: (lesson) => {
          put('studio.get', { campId, lessonId: lesson.id }, lesson);
          refresh('studio.list');
          refresh('studio.overview');
          refresh('drafting.list');
          router.push(`/camps/${campId}/studio/${lesson.id}`);
        },
      },
    );
  };
  return (
    <form className="col" onSubmit={submit} noValidate>
      <Card title={t('studio.about')}>
        <div className="pad form-column">
          <Input
            label={t('studio.field.title')}
            maxLength={90}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
          <Input
            label={t('studio.id')}
            error={errors['lesson.id'] ?? errors.id}
            spellCheck={false}
            maxLength={80}
            value={name}
            onChange={({ target }) => setId(target.value)}
          />
          {text.objectives.length > 0 && (
            <fieldset className="rows check-field">
              <legend>{t('studio.field.objectives')}</legend>
              <div>
                {text.objectives.map((objective, at) => (
                  <Check
                    key={objective}
                    checked={objectives.has(at)}
                    onChange={() => setObjectives(toggled(objectives, at))}
                  >
                    {objective}
                  </Check>
                ))}
              </div>
            </fieldset>
          )}
        </div>
      </Card>
      {text.parts.map(({ heading, text: part, uncited }, at) => (
        <Card
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the draft
          key={at}
          title={
            <Check checked={parts.has(at)} onChange={() => setParts(toggled(parts, at))}>
              {heading || t('draft.beginning')}
            </Check>
          }
          end={uncited && <Tag tone="warn">{t('draft.noCitation')}</Tag>}
          className="draft-part"
        >
          <div className="pad lesson">
            <Markdown>{part}</Markdown>
          </div>
        </Card>
      ))}
      {take.error !== null && Object.keys(errors).length === 0 && <Banner>{inWords(take.error)}</Banner>}
      <div className="row wrap">
        <Button
          type="submit"
          tone="primary"
          icon={FilePlus2}
          busy={take.isPending}
          disabled={parts.size === 0 || title.trim() === ''}
        >
          {isAll ? t('draft.takeAll') : t('draft.take', { count: parts.size })}
        </Button>
        <span className="small muted">{t('draft.takeHow')}</span>
      </div>
    </form>
  );
}

function toggled(of: ReadonlySet<number>, at: number): ReadonlySet<number> {
  const next = new Set(of);
  if (!next.delete(at)) next.add(at);
  return next;
}
