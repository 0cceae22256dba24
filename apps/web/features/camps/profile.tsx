'use client';
import type { Profile } from '@tailcamp/contracts';
import { useEffect, useState } from 'react';
import { fieldErrors, inWords, isCode } from '@/lib/api/problem';
import { useAnswers, useGiven, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Select } from '@/ui/field';
import { Page } from '@/ui/shell/page';
import { Banner } from '@/ui/states';
import { TagsInput } from '@/ui/tags-input';
import { toast } from '@/ui/toast-store';
import { MyWeek } from './my-week';
import { timeZones } from './time-zones';

const LISTS = ['interests', 'goals', 'languages', 'roles'] as const;
const MOST = { interests: 20, goals: 20, languages: 10, roles: 6 } as const;

/** Who I am to every camp: my hours, interests, goals, languages and wished roles. */
export function ProfilePage() {
  const t = useT();
  const kept = useGiven('camps.myProfile', {});
  const { put, refresh } = useAnswers();
  const save = useWrite('camps.saveProfile');
  const [profile, setProfile] = useState<Profile>(kept.profile);
  const [zones, setZones] = useState<readonly string[]>([kept.profile.timeZone]);
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    setZones(timeZones(here));
    // Nobody has said their zone yet: the browser's is the best guess, and saving keeps it.
    if (kept.version === 0) setProfile((before) => ({ ...before, timeZone: here }));
  }, [kept.version]);
  const set = (change: Partial<Profile>) => setProfile((before) => ({ ...before, ...change }));
  const changed = JSON.stringify(profile) !== JSON.stringify(kept.profile);
  const hours = [...profile.availability].filter((hour) => hour === '1').length;
  const errors = fieldErrors(save.error);
  const problem = (name: string) => Object.entries(errors).find(([field]) => field.startsWith(`profile.${name}`))?.[1];

  const submit = () =>
    save.mutate(
      { profile, version: kept.version },
      {
        onSuccess: (saved) => {
          put('camps.myProfile', {}, saved);
          setProfile(saved.profile);
          toast(t('profile.saved'));
        },
        onError: (error) => {
          if (!isCode(error, 'stale')) return;
          refresh('camps.myProfile');
          toast(t('state.stale'), { tone: 'bad' });
        },
      },
    );
  return (
    <Page
      crumbs={[{ label: t('nav.home'), href: '/' }, { label: t('nav.profile') }]}
      foot={
        <>
          <p className="grow note muted">{t(changed ? 'profile.unsaved' : 'profile.asSaved')}</p>
          <Button tone="primary" busy={save.isPending} disabled={!changed && !save.isPending} onClick={submit}>
            {t('profile.save')}
          </Button>
        </>
      }
    >
      <Title lead={t('profile.lead')}>
        {hours > 0 ? t('profile.title', { hours: t('count.hours', { count: hours }) }) : t('profile.titleEmpty')}
      </Title>
      {save.error && Object.keys(errors).length === 0 && !isCode(save.error, 'stale') && (
        <Banner>{inWords(save.error)}</Banner>
      )}
      <div className="two">
        <MyWeek week={profile.availability} onChange={(availability) => set({ availability })} />
        <Card title={t('profile.about')}>
          <div className="form-column pad">
            <Select
              label={t('profile.zone')}
              value={profile.timeZone}
              onChange={(event) => set({ timeZone: event.target.value })}
              error={problem('timeZone')}
            >
              {(zones.includes(profile.timeZone) ? zones : [profile.timeZone, ...zones]).map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </Select>
            {LISTS.map((list, index) => (
              <TagsInput
                key={list}
                label={t(`profile.${list}`)}
                hint={index === 0 ? t('profile.listHint') : undefined}
                error={problem(list)}
                values={profile[list]}
                most={MOST[list]}
                removeLabel={(name) => t('profile.remove', { name })}
                onChange={(values) => set({ [list]: values })}
              />
            ))}
          </div>
        </Card>
      </div>
    </Page>
  );
}
