'use client';
import type { AssessmentSettings, ProposalUse } from '@tailcamp/contracts';
import { useState } from 'react';
import { fieldErrors, inWords, isCode } from '@/lib/api/problem';
import { useAnswers, useGiven, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import type { MessageKey } from '@/lib/i18n/translate';
import { Button } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Segmented } from '@/ui/choice';
import { Check, Input, Switch } from '@/ui/field';
import { NumberInput } from '@/ui/number-input';
import { Page } from '@/ui/shell/page';
import { Banner } from '@/ui/states';
import { toast } from '@/ui/toast-store';
import { StaffTabs } from '../staff/staff-tabs';
import { ExtraTime } from './extra-time';
import { fromLocal, toLocal } from './local-moment';

const SAYS = {
  off: 'assess.proposalsOffSay',
  instructor: 'assess.proposalsInstructorSay',
  'at-once': 'assess.proposalsAtOnceSay',
} as const satisfies Record<ProposalUse, MessageKey>;
const USUAL = { minutes: 40, attempts: 3 };

/** How the camp assesses: which tracks, how long, what is told when, how often; and who has more time. */
export function AssessmentSettingsPage({ campId }: { campId: string }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const { settings, version, offered } = useGiven('assessmentSettings.get', { campId });
  return (
    <Page
      crumbs={[{ label: camp.name, href: `/camps/${campId}` }, { label: t('nav.assessment') }]}
      className="narrow-page"
    >
      <StaffTabs campId={campId} />
      <Title lead={t('assess.lead')}>
        {settings.tracks.length === 0 ? t('assess.titleNone') : t('assess.title', { count: settings.tracks.length })}
      </Title>
      <SettingsForm key={version} campId={campId} was={settings} version={version} offered={offered} />
      <ExtraTime campId={campId} />
    </Page>
  );
}

interface FormProps {
  campId: string;
  was: AssessmentSettings;
  version: number;
  offered: readonly { id: string; title: string; description: string; skills: number; questions: number }[];
}

function SettingsForm({ campId, was, version, offered }: FormProps) {
  const t = useT();
  const { refresh } = useAnswers();
  const save = useWrite('assessmentSettings.save');
  const [draft, setDraft] = useState(was);
  const set = (change: Partial<AssessmentSettings>) => setDraft({ ...draft, ...change });
  const errors = fieldErrors(save.error);
  const changed = JSON.stringify(draft) !== JSON.stringify(was);
  const submit = () =>
    save.mutate(
      { campId, settings: draft, version },
      {
        onSuccess: () => {
          refresh('assessmentSettings.get', { campId });
          refresh('assessment.overview', { campId });
          toast(t('assess.saved'));
        },
        onError: (error) => {
          if (!isCode(error, 'stale')) return;
          refresh('assessmentSettings.get', { campId });
          toast(t('state.stale'), { tone: 'bad' });
        },
      },
    );
  const choose = (track: string, chosen: boolean) =>
    set({ tracks: chosen ? [...draft.tracks, track] : draft.tracks.filter((each) => each !== track) });
  return (
    <form
      className="form-column"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {save.error !== null && !isCode(save.error, 'stale') && <Banner>{inWords(save.error)}</Banner>}
      <Card title={t('assess.tracks')}>
        <fieldset className="pad form-column">
          <legend className="sr">{t('assess.tracks')}</legend>
          {offered.map(({ id, title, description, skills, questions }) => (
            <Check key={id} checked={draft.tracks.includes(id)} onChange={({ target }) => choose(id, target.checked)}>
              <span>
                <b>{title}</b>
                <span className="note muted track-about">{description}</span>
                <span className="small muted">
                  {t('offer.skills', { count: skills })} · {t('assess.questions', { count: questions })}
                </span>
              </span>
            </Check>
          ))}
        </fieldset>
      </Card>
      <Card title={t('assess.rules')}>
        <div className="pad form-column">
          <Switch
            checked={draft.minutes !== null}
            onChange={({ target }) => set({ minutes: target.checked ? USUAL.minutes : null })}
          >
            {t('assess.limit')}
          </Switch>
          {draft.minutes !== null && (
            <NumberInput
              label={t('assess.minutes')}
              hint={t('assess.minutesHint')}
              value={draft.minutes}
              min={5}
              max={600}
              onChange={(minutes) => minutes !== undefined && set({ minutes })}
            />
          )}
          <Switch
            checked={draft.attempts !== null}
            onChange={({ target }) => set({ attempts: target.checked ? USUAL.attempts : null })}
          >
            {t('assess.attemptsLimit')}
          </Switch>
          <div className="form-grid">
            {draft.attempts !== null && (
              <NumberInput
                label={t('assess.attempts')}
                value={draft.attempts}
                min={1}
                max={20}
                onChange={(attempts) => attempts !== undefined && set({ attempts })}
              />
            )}
            <NumberInput
              label={t('assess.wait')}
              hint={t('assess.waitHint')}
              value={draft.waitHours}
              min={0}
              max={8760}
              onChange={(waitHours) => waitHours !== undefined && set({ waitHours })}
            />
          </div>
          <NumberInput
            label={t('assess.written')}
            hint={t('assess.writtenHint')}
            value={draft.written}
            min={0}
            max={3}
            onChange={(written) => written !== undefined && set({ written })}
          />
        </div>
      </Card>
      <Card title={t('assess.feedback')}>
        <div className="pad form-column">
          <Segmented<AssessmentSettings['feedback']>
            label={t('assess.feedback')}
            value={draft.feedback}
            options={[
              { value: 'at-end', label: t('assess.atEnd') },
              { value: 'at-once', label: t('assess.atOnce') },
            ]}
            onChange={(feedback) => set({ feedback, ...(feedback === 'at-once' ? { reviewFrom: null } : {}) })}
          />
          <p className="note muted">{t(draft.feedback === 'at-once' ? 'assess.atOnceSay' : 'assess.atEndSay')}</p>
          {draft.feedback === 'at-end' && (
            <Input
              type="datetime-local"
              label={t('assess.reviewFrom')}
              hint={t('assess.reviewFromHint')}
              error={errors['settings.reviewFrom']}
              value={toLocal(draft.reviewFrom)}
              onChange={({ target }) => set({ reviewFrom: fromLocal(target.value) })}
            />
          )}
        </div>
      </Card>
      {draft.written > 0 && (
        <Card title={t('assess.proposals')}>
          <div className="pad form-column">
            <Segmented<ProposalUse>
              label={t('assess.proposals')}
              value={draft.proposals}
              options={[
                { value: 'off', label: t('assess.proposalsOff') },
                { value: 'instructor', label: t('assess.proposalsInstructor') },
                { value: 'at-once', label: t('assess.proposalsAtOnce') },
              ]}
              onChange={(proposals) => set({ proposals })}
            />
            <p className="note muted">{t(SAYS[draft.proposals])}</p>
          </div>
        </Card>
      )}
      <div className="row">
        <Button type="submit" tone="primary" busy={save.isPending} disabled={!changed}>
          {t('action.save')}
        </Button>
        {changed && (
          <Button tone="quiet" onClick={() => setDraft(was)}>
            {t('action.undo')}
          </Button>
        )}
      </div>
    </form>
  );
}
