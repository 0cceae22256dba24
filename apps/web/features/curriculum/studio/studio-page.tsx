'use client';
import { NotebookPen, Plus, SearchX, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useGiven, usePages } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button, ButtonLink } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Chip } from '@/ui/choice';
import { Page } from '@/ui/shell/page';
import { Bones, Empty } from '@/ui/states';
import { Coverage, thinlyCovered } from './coverage';
import { DraftDialog } from './drafting/draft-dialog';
import { DraftsCard } from './drafting/drafts-card';
import { LessonList } from './lesson-list';
import { addressOf, type Filters, isFiltered, lessonsAsked, NO_FILTERS, STATES } from './studio-asked';
import { StudioFilters } from './studio-filters';

/** The lessons of a camp as they are written: what waits for somebody, what is missing, and all of it. */
export function StudioPage({ campId, filters: asked }: { campId: string; filters: Filters }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const overview = useGiven('studio.overview', { campId });
  const [filters, setFilters] = useState(asked);
  const [isDrafting, setDrafting] = useState(false);
  const found = usePages('studio.list', lessonsAsked(campId, filters));
  const narrow = (change: Filters) => {
    setFilters(change);
    window.history.replaceState(null, '', addressOf(change));
  };
  const { states } = overview;
  const thin = thinlyCovered(overview).length;
  const total = found.last?.total ?? 0;
  const add = (
    <ButtonLink
      tone="primary"
      icon={Plus}
      href={`/camps/${campId}/studio/new${filters.skill && `?skill=${filters.skill}`}`}
    >
      {t('studio.write')}
    </ButtonLink>
  );
  return (
    <Page crumbs={[{ label: camp.name, href: `/camps/${campId}` }, { label: t('nav.studio') }]}>
      <Title
        lead={t('studio.lead')}
        actions={
          <div className="row wrap">
            <Button icon={Sparkles} onClick={() => setDrafting(true)}>
              {t('draft.title')}
            </Button>
            {add}
          </div>
        }
      >
        {states.review > 0
          ? t('studio.titleReview', { count: states.review })
          : thin > 0
            ? t('studio.titleThin', { count: thin })
            : t('studio.title', { count: states.published })}
      </Title>
      <div className="two studio">
        <div className="col">
          <div className="chips">
            <Chip pressed={filters.state === ''} onPress={() => narrow({ ...filters, state: '' })}>
              {t('studio.all')}
            </Chip>
            {STATES.map((state) => (
              <Chip
                key={state}
                pressed={filters.state === state}
                count={states[state]}
                onPress={() => narrow({ ...filters, state: filters.state === state ? '' : state })}
              >
                {t(`studio.state.${state}`)}
              </Chip>
            ))}
          </div>
          <StudioFilters tracks={overview.tracks} filters={filters} onChange={narrow} />
          {found.last === undefined ? (
            <Bones label={t('state.loading')} rows={8} />
          ) : total === 0 && isFiltered(filters) ? (
            <Card label={t('studio.lessons')}>
              <Empty
                icon={SearchX}
                title={t('studio.nothing')}
                action={<Button onClick={() => narrow(NO_FILTERS)}>{t('bank.clear')}</Button>}
              >
                {t('bank.nothingBecause')}
              </Empty>
            </Card>
          ) : total === 0 ? (
            <Card label={t('studio.lessons')}>
              <Empty icon={NotebookPen} title={t('studio.none')} action={add}>
                {t('studio.noneBecause')}
              </Empty>
            </Card>
          ) : (
            <LessonList campId={campId} lessons={found.items} />
          )}
          {found.hasNextPage && (
            <Button className="more" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              {t('bank.more', { shown: found.items.length, count: total })}
            </Button>
          )}
        </div>
        <div className="col">
          <DraftsCard campId={campId} overview={overview} />
          <Coverage campId={campId} overview={overview} />
        </div>
      </div>
      <DraftDialog
        campId={campId}
        overview={overview}
        skill={filters.skill}
        open={isDrafting}
        onClose={() => setDrafting(false)}
      />
    </Page>
  );
}
