'use client';
import { ArrowRight, Search, SearchX } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { inWords } from '@/lib/api/problem';
import { useGiven, useRead } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Icon } from '@/ui/icon';
import { Page } from '@/ui/shell/page';
import { Banner, Bones, Empty } from '@/ui/states';
import { FoundLessons, FoundSkills } from './found';
import { LONGEST_QUESTION, searched } from './search-asked';

const SEARCH_AFTER_MS = 350;

/** Finds lessons by a question in one's own words. */
export function SearchPage({ campId, question }: { campId: string; question: string }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const [asked, setAsked] = useState(question);
  const ask = (q: string) => {
    setAsked(q);
    window.history.replaceState(null, '', q === '' ? '?' : `?${new URLSearchParams({ q })}`);
  };
  const here = `/camps/${campId}`;
  const before =
    camp.myRole === 'student' ? { label: t('nav.path'), href: `${here}/path` } : { label: camp.name, href: here };
  return (
    <Page crumbs={[before, { label: t('search.title') }]} className="searching">
      <Title lead={t('search.lead')}>{t('search.title')}</Title>
      <Asking key={question} asked={asked} onAsk={ask} />
      {asked === '' ? <Examples onAsk={ask} /> : <Answer campId={campId} asked={asked} />}
    </Page>
  );
}

/** The question, asked at once by Enter and else when it has stood still for a moment. */
function Asking({ asked, onAsk }: { asked: string; onAsk: (q: string) => void }) {
  const t = useT();
  const [typed, setTyped] = useState(asked);
  const [before, setBefore] = useState(asked);
  if (before !== asked) {
    setBefore(asked);
    if (typed.trim() !== asked) setTyped(asked);
  }
  useEffect(() => {
    if (typed.trim() === asked) return;
    const timer = setTimeout(() => onAsk(typed.trim()), SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed, asked, onAsk]);
  return (
    <search>
      <form
        className="search-ask"
        onSubmit={(event) => {
          event.preventDefault();
          onAsk(typed.trim());
        }}
      >
        <label className="search-field">
          <Icon of={Search} size="s" />
          <input
            className="input"
            type="search"
            value={typed}
            maxLength={LONGEST_QUESTION}
            placeholder={t('search.placeholder')}
            aria-label={t('search.title')}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <Button type="submit" tone="primary" icon={ArrowRight}>
          {t('search.ask')}
        </Button>
      </form>
    </search>
  );
}

function Examples({ onAsk }: { onAsk: (q: string) => void }) {
  const t = useT();
  return (
    <Card label={t('search.examples')}>
      <Empty
        icon={Search}
        title={t('search.none')}
        action={
          <div className="row wrap">
            {(['search.example1', 'search.example2', 'search.example3'] as const).map((key) => (
              <Button key={key} onClick={() => onAsk(t(key))}>
                {t(key)}
              </Button>
            ))}
          </div>
        }
      >
        {t('search.noneHow')}
      </Empty>
    </Card>
  );
}

function Answer({ campId, asked }: { campId: string; asked: string }) {
  const t = useT();
  const router = useRouter();
  const { data, error, refetch, isPlaceholderData } = useRead('content.search', searched(campId, asked), {
    keep: true,
  });
  if (error !== null) {
    return <Banner action={<Button onClick={() => refetch()}>{t('action.retry')}</Button>}>{inWords(error)}</Banner>;
  }
  if (data === undefined) {
    return (
      <Card label={t('search.found')}>
        <Bones label={t('state.loading')} rows={6} />
      </Card>
    );
  }
  if (data.lessons.length === 0 && data.skills.length === 0) {
    return (
      <Card label={t('search.found')}>
        <Empty
          icon={SearchX}
          title={t('search.nothing', { question: asked })}
          action={<Button onClick={() => router.push(`/camps/${campId}`)}>{t('search.toCamp')}</Button>}
        >
          {t('search.nothingHow')}
        </Empty>
      </Card>
    );
  }
  return (
    <>
      {!data.meaning && <Banner calm>{t('search.wordsAlone')}</Banner>}
      <div className="two" aria-busy={isPlaceholderData}>
        <FoundLessons campId={campId} lessons={data.lessons} />
        {data.skills.length > 0 && <FoundSkills campId={campId} skills={data.skills} />}
      </div>
    </>
  );
}
