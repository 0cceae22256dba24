'use client';
import type { ContentDraft } from '@tailcamp/contracts';
import { CircleAlert, CircleCheck, CircleDashed, LoaderCircle, X } from 'lucide-react';
import { inWords } from '@/lib/api/problem';
import { useAnswers, useGiven, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button, ButtonLink } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Icon } from '@/ui/icon';
import { Page } from '@/ui/shell/page';
import { Bar, Empty } from '@/ui/states';
import { toast } from '@/ui/toast-store';
import { DraftedBy } from './drafted-by';
import { DraftedQuestions } from './drafted-questions';
import { DraftedTextForm } from './drafted-text';
import { SourcesList } from './sources-list';
import { skillTitles, topicOf } from './wish-form';

/** A draft: how far it is, then what came of it beside what it rests on. */
export function DraftPage({ campId, draftId }: { campId: string; draftId: string }) {
  const t = useT();
  const draft = useGiven('drafting.get', { campId, draftId });
  const overview = useGiven('studio.overview', { campId });
  const { wish, state, by, sources } = draft;
  const topic = topicOf(wish, skillTitles(overview));
  const words = { what: t(`draft.what.${wish.what}`), topic };
  return (
    <Page crumbs={[{ label: t('nav.studio'), href: `/camps/${campId}/studio` }, { label: t('draft.crumb') }]}>
      <Title lead={by !== null ? <DraftedBy by={by} /> : t('draft.how')}>
        {state === 'done'
          ? t('draft.done', words)
          : state === 'waiting' || state === 'working'
            ? t('draft.going', words)
            : t(`draft.ended.${state}`, words)}
      </Title>
      {state === 'done' ? (
        <div className="two">
          <div className="col">
            {draft.text !== null && <DraftedTextForm campId={campId} draft={draft} text={draft.text} />}
            {draft.questions !== null && <DraftedQuestions campId={campId} draft={draft} questions={draft.questions} />}
          </div>
          <div className="col">
            <Card title={t('draft.sources')}>
              {sources.length === 0 ? (
                <p className="pad note">{t('draft.noSources')}</p>
              ) : (
                <SourcesList campId={campId} sources={sources} />
              )}
            </Card>
          </div>
        </div>
      ) : (
        <Progress campId={campId} draft={draft} />
      )}
    </Page>
  );
}

const STEPS = ['reading', 'writing', 'checking'] as const;

function Progress({ campId, draft }: { campId: string; draft: ContentDraft }) {
  const t = useT();
  const { put } = useAnswers();
  const cancel = useWrite('drafting.cancel');
  const { id: draftId, state, step } = draft;
  const isGoing = state === 'waiting' || state === 'working';
  const at = step === null ? -1 : STEPS.indexOf(step);
  if (!isGoing)
    return (
      <Card label={t('draft.crumb')}>
        <Empty
          icon={CircleAlert}
          title={t(`draft.state.${state}`)}
          action={<ButtonLink href={`/camps/${campId}/studio`}>{t('draft.back')}</ButtonLink>}
        >
          {t(state === 'failed' ? 'draft.failedBecause' : 'draft.cancelledBecause')}
        </Empty>
      </Card>
    );
  const giveUp = () =>
    cancel.mutate(
      { campId, draftId },
      {
        onSuccess: (now) => put('drafting.get', { campId, draftId }, now),
        onError: (error) => toast(inWords(error), { tone: 'bad' }),
      },
    );
  return (
    <Card title={t('draft.progress')}>
      <div className="pad col draft-progress" aria-live="polite">
        <Bar label={t('draft.progress')} done={at + 1} of={STEPS.length + 1} />
        <ol>
          {STEPS.map((one, place) => (
            <li key={one} className={place === at ? 'now' : undefined}>
              <Icon of={place < at ? CircleCheck : place === at ? LoaderCircle : CircleDashed} />
              {t(`draft.step.${one}`)}
            </li>
          ))}
        </ol>
        <Button icon={X} busy={cancel.isPending} onClick={giveUp}>
          {t('draft.giveUp')}
        </Button>
      </div>
    </Card>
  );
}
