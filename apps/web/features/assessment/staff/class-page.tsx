'use client';
import type { ClassResult } from '@tailcamp/contracts';
import { ClipboardCheck, Download } from 'lucide-react';
import { useState } from 'react';
import { download } from '@/lib/api/download';
import { inWords } from '@/lib/api/problem';
import { useGiven, usePages } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button, ButtonLink } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Chip } from '@/ui/choice';
import { decimal, percent, signed } from '@/ui/format';
import { Avatar, Tag } from '@/ui/marks';
import { Page } from '@/ui/shell/page';
import { Bones, Empty } from '@/ui/states';
import { Table, Td, Th } from '@/ui/table';
import { useDates } from '@/ui/time';
import { toast } from '@/ui/toast-store';
import { Distribution } from './distribution';
import { StaffTabs } from './staff-tabs';

const ROWS = 50;

/** How the class did: in each track everybody, the distribution, and the skills that most lack. */
export function ClassPage({ campId }: { campId: string }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const { settings, offered } = useGiven('assessmentSettings.get', { campId });
  const [chosen, setChosen] = useState(settings.tracks[0] ?? null);
  const track = chosen !== null && settings.tracks.includes(chosen) ? chosen : (settings.tracks[0] ?? null);
  const titles = new Map(offered.map(({ id, title }) => [id, title]));
  return (
    <Page crumbs={[{ label: camp.name, href: `/camps/${campId}` }, { label: t('nav.assessment') }]}>
      <StaffTabs campId={campId} />
      {track === null ? (
        <Card label={t('nav.assessment')}>
          <Empty
            icon={ClipboardCheck}
            title={t('class.none')}
            action={
              <ButtonLink tone="primary" href={`/camps/${campId}/assessment/settings`}>
                {t('class.choose')}
              </ButtonLink>
            }
          >
            {t('class.noneBecause')}
          </Empty>
        </Card>
      ) : (
        <>
          {settings.tracks.length > 1 && (
            <div className="chips">
              {settings.tracks.map((id) => (
                <Chip key={id} pressed={id === track} onPress={() => setChosen(id)}>
                  {titles.get(id) ?? id}
                </Chip>
              ))}
            </div>
          )}
          <TrackResults key={track} campId={campId} track={track} />
        </>
      )}
    </Page>
  );
}

function TrackResults({ campId, track }: { campId: string; track: string }) {
  const t = useT();
  const results = usePages('classResults.get', { campId, track, limit: ROWS });
  const { last } = results;
  if (last === undefined) return <Bones label={t('staff.results')} rows={8} />;
  const weakest = last.skills
    .flatMap((skill) => (skill.mean === null ? [] : [{ ...skill, mean: skill.mean }]))
    .toSorted((a, b) => a.mean - b.mean);
  const save = () =>
    download('classResults.export', { campId, track }).catch((error: unknown) =>
      toast(inWords(error), { tone: 'bad' }),
    );
  return (
    <>
      <Title
        lead={
          last.meanAbility === null
            ? t('class.leadNone')
            : t('class.lead', { mean: signed(last.meanAbility), open: last.open, pending: last.pending })
        }
        actions={
          <Button icon={Download} onClick={save}>
            {t('class.export')}
          </Button>
        }
      >
        {t('class.title', { finished: last.finished, count: last.students })}
      </Title>
      {last.finished > 0 && (
        <div className="two">
          <Card title={t('class.distribution')}>
            <div className="pad">
              <Distribution steps={last.distribution} label={t('class.distribution')} />
            </div>
          </Card>
          <Card title={t('class.weakest')}>
            <ul className="members-wide">
              {weakest.slice(0, 6).map(({ id, title, domain, mean, mastered }) => (
                <li key={id}>
                  <div className="grow">
                    <b>{title}</b>
                    <span className="small muted">{domain.title}</span>
                  </div>
                  <span className="small muted num">{t('class.mastered', { count: mastered })}</span>
                  <span className="num">{percent(mean)}</span>
                </li>
              ))}
            </ul>
          </Card>
        </div>
      )}
      <StudentTable campId={campId} results={results.items} />
      {results.hasNextPage && (
        <Button className="more" busy={results.isFetchingNextPage} onClick={() => void results.fetchNextPage()}>
          {t('action.more')}
        </Button>
      )}
    </>
  );
}

function StudentTable({ campId, results }: { campId: string; results: readonly ClassResult[] }) {
  const t = useT();
  const dates = useDates();
  const head = {
    state: t('class.colState'),
    ability: t('class.colAbility'),
    finished: t('class.colFinished'),
  };
  return (
    <Table
      label={t('staff.results')}
      cards
      head={
        <>
          <Th>{t('class.colName')}</Th>
          <Th>{head.state}</Th>
          <Th right>{head.ability}</Th>
          <Th>{head.finished}</Th>
        </>
      }
    >
      {results.map(({ memberId, name, state, answered, ability, standardError, finishedAt, pending }) => (
        <tr key={memberId}>
          <Td>
            <span className="row">
              <Avatar of={{ id: memberId, name }} />
              {finishedAt === null ? (
                <b>{name}</b>
              ) : (
                <a className="link" href={`/camps/${campId}/members/${memberId}/skills`}>
                  {name}
                </a>
              )}
            </span>
          </Td>
          <Td head={head.state}>
            {state === 'open' ? (
              <Tag tone="info">{t('class.open', { count: answered })}</Tag>
            ) : state === 'over' ? (
              <Tag tone="good">{pending > 0 ? t('class.toGrade', { count: pending }) : t('class.over')}</Tag>
            ) : (
              <span className="muted">{t('class.notStarted')}</span>
            )}
          </Td>
          <Td head={head.ability} right className="num">
            {ability === null || standardError === null ? '–' : `${signed(ability)} ± ${decimal(standardError)}`}
          </Td>
          <Td head={head.finished}>{finishedAt === null ? '–' : dates.day(finishedAt)}</Td>
        </tr>
      ))}
    </Table>
  );
}
