'use client';
import type { Criterion, Policy, PolicyPreview } from '@tailcamp/contracts';
import { Plus, Shuffle } from 'lucide-react';
import { useState } from 'react';
import { fieldErrors, inWords, isCode } from '@/lib/api/problem';
import { useAnswers, useGiven, useWrite } from '@/lib/api/query';
import { useLocale, useT } from '@/lib/i18n/provider';
import { Button, ButtonLink } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Select } from '@/ui/field';
import { Page } from '@/ui/shell/page';
import { Banner, Because } from '@/ui/states';
import { toast } from '@/ui/toast-store';
import { AddCriterion } from './add-criterion';
import { Brought, BroughtBones } from './brought';
import { CriterionRow } from './criterion-row';
import { criterionInWords, sentence } from './criterion-words';
import { noticeInWords } from './notice-words';
import { groupsFor, rankedIn } from './policy-groups';
import { groupCounts, placesOf, sizeInWords } from './policy-sums';
import { PreviewCard } from './preview-card';
import { SizeFields } from './size-fields';
import { placeIn, usePreview } from './use-preview';

const OBJECTIVES = ['harmonic', 'mean', 'maximin'] as const;

/** What makes a good group in this camp: sizes, hard rules, weighted criteria. */
export function PolicyEditor({ campId }: { campId: string }) {
  const t = useT();
  const locale = useLocale();
  const camp = useGiven('camps.get', { campId });
  const kept = useGiven('matching.getPolicy', { campId });
  const { put, refresh } = useAnswers();
  const save = useWrite('matching.savePolicy');
  const [draft, setDraft] = useState<{ version: number; policy: Policy } | null>(null);
  const [adding, setAdding] = useState(false);
  const policy = draft?.policy ?? kept.policy;
  const changed = draft !== null && JSON.stringify(draft.policy) !== JSON.stringify(kept.policy);
  const set = (change: Partial<Policy>) =>
    setDraft({ version: draft?.version ?? kept.version, policy: { ...policy, ...change } });
  const { preview, of, asking } = usePreview(campId, policy);
  const errors = { ...fieldsOf(preview), ...fieldErrors(save.error) };

  const replace = (at: number, criterion: Criterion) =>
    set({ criteria: policy.criteria.map((each, index) => (index === at ? criterion : each)) });
  const remove = (at: number) => {
    const before = policy;
    const gone = policy.criteria[at];
    set({ criteria: policy.criteria.filter((_, index) => index !== at) });
    if (!gone) return;
    toast(t('policy.removed', { name: criterionInWords(t, gone) }), {
      action: { label: t('action.undo'), run: () => setDraft({ version: kept.version, policy: before }) },
    });
  };
  const submit = () =>
    save.mutate(
      { campId, policy, version: draft?.version ?? kept.version },
      {
        onSuccess: (saved) => {
          put('matching.getPolicy', { campId }, saved);
          setDraft(null);
          toast(t('policy.saved'));
        },
        onError: (error) => {
          if (!isCode(error, 'stale')) return;
          refresh('matching.getPolicy', { campId });
          setDraft(null);
          toast(t('state.stale'), { tone: 'bad' });
        },
      },
    );
  const rows = (hard: boolean) =>
    policy.criteria.map((criterion, index) =>
      (criterion.hard ?? false) === hard ? (
        <CriterionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a criterion is its place in the policy
          key={index}
          criterion={criterion}
          policy={policy}
          columns={kept.columns}
          error={errorAt(errors, index)}
          onChange={(next) => replace(index, next)}
          onRemove={() => remove(index)}
        >
          {kept.students > 0 && <BroughtTo criterion={criterion} preview={preview} of={of} />}
        </CriterionRow>
      ) : null,
    );
  const some = (hard: boolean) => policy.criteria.some((criterion) => (criterion.hard ?? false) === hard);
  return (
    <Page
      crumbs={[{ label: camp.name, href: `/camps/${campId}` }, { label: t('nav.policy') }]}
      foot={
        <>
          <p className="grow note muted clip">{changed ? t('policy.unsaved') : ''}</p>
          <Button
            tone={changed ? 'primary' : undefined}
            busy={save.isPending}
            disabled={!changed && !kept.proposed}
            onClick={submit}
          >
            {t('policy.save')}
          </Button>
          {!changed && kept.students > 0 && (
            <ButtonLink tone="primary" icon={Shuffle} href={`/camps/${campId}/matching`}>
              {t('policy.match')}
            </ButtonLink>
          )}
        </>
      }
    >
      <PolicyTitle policy={policy} students={kept.students} proposed={kept.proposed && kept.students > 0} />
      {kept.columns.length === 0 && <Banner calm>{t('policy.noColumns')}</Banner>}
      {kept.proposed && kept.notices.length > 0 && (
        <Card className="padded" label={t('result.notices')}>
          {kept.notices.map((notice) => (
            <Because key={notice}>{sentence(noticeInWords(t, locale, notice))}</Because>
          ))}
        </Card>
      )}
      {save.error && !isCode(save.error, 'stale') && <Banner>{Object.values(errors)[0] ?? inWords(save.error)}</Banner>}
      <div className="two">
        <div className="col">
          <Card title={t('policy.hard')}>
            <div className="rule-rows">
              {some(true) ? rows(true) : <p className="pad note muted">{t('policy.hardNone')}</p>}
            </div>
          </Card>
          <Card title={t('policy.weighted')}>
            <div className="rule-rows">
              {some(false) ? rows(false) : <p className="pad note muted">{t('policy.weightedNone')}</p>}
            </div>
          </Card>
          <div>
            <Button icon={Plus} onClick={() => setAdding(true)}>
              {t('policy.add')}
            </Button>
          </div>
        </div>
        <div className="col policy-side">
          <SizeFields policy={policy} columns={kept.columns} students={kept.students} errors={errors} onChange={set} />
          <Card title={t('policy.objective')}>
            <div className="pad">
              <Select
                label={<span className="sr">{t('policy.objective')}</span>}
                value={policy.objective ?? 'harmonic'}
                onChange={(event) =>
                  set({ objective: OBJECTIVES.find((each) => each === event.target.value) ?? 'harmonic' })
                }
              >
                {OBJECTIVES.map((objective) => (
                  <option key={objective} value={objective}>
                    {t(`policy.${objective}`)}
                  </option>
                ))}
              </Select>
            </div>
          </Card>
          {kept.students > 0 && <PreviewCard policy={of} preview={preview} asking={asking} />}
        </div>
      </div>
      <AddCriterion
        open={adding}
        columns={kept.columns}
        students={kept.students}
        onClose={() => setAdding(false)}
        onAdd={(criterion) => {
          setAdding(false);
          const criteria = [...policy.criteria, criterion];
          // What was ranked are the groups.
          const ranked = criterion.kind === 'preference' && !policy.groups ? rankedIn(kept.columns) : null;
          if (ranked === null) set({ criteria });
          else set({ criteria, groupSize: undefined, groups: groupsFor(ranked.names, kept.students) });
        }}
      />
    </Page>
  );
}

/** What is wrong with a policy before it is saved. */
const fieldsOf = (preview: PolicyPreview | undefined): Record<string, string> =>
  Object.fromEntries((preview?.fields ?? []).map(({ field, message }) => [field, message]));

/** Nothing for a criterion that is new since the last trial. */
function BroughtTo(props: { criterion: Criterion; preview: PolicyPreview | undefined; of: Policy }) {
  const { criterion, preview, of } = props;
  if (preview === undefined) return <BroughtBones />;
  const found = preview.criteria[placeIn(of, criterion)];
  if (found === undefined) return null;
  const { students, trial } = preview;
  return <Brought preview={found} students={students} hard={criterion.hard ?? false} groups={trial?.groups ?? null} />;
}

const errorAt = (errors: Record<string, string>, index: number) =>
  Object.entries(errors).find(([field]) => field.startsWith(`policy.criteria.${index}`))?.[1];

function PolicyTitle({ policy, students, proposed }: { policy: Policy; students: number; proposed: boolean }) {
  const t = useT();
  const named = policy.groups !== undefined;
  const { min, max } = policy.groups ? placesOf(policy.groups) : (policy.groupSize ?? { min: 0, max: 0 });
  const counts = groupCounts(students, policy);
  const lead = t(proposed ? 'policy.proposedLead' : 'policy.savedLead');
  if (students === 0 && !named) return <Title>{sizeInWords(t, policy)}</Title>;
  if (!counts && students > 0)
    return (
      <Title lead={lead}>
        {t(named ? 'policy.impossibleNamed' : 'policy.impossible', {
          students: t('count.students', { count: students }),
          min,
          max,
        })}
      </Title>
    );
  const { from, to } = counts ?? { from: 0, to: 0 };
  const groups = from === to ? t('count.groups', { count: from }) : t('policy.range', { from, to });
  if (named) return <Title lead={lead}>{t('policy.titleNamed', { groups, min, max })}</Title>;
  return (
    <Title lead={lead}>
      {min === max ? t('policy.titleExact', { size: min, groups }) : t('policy.title', { min, max, groups })}
    </Title>
  );
}
