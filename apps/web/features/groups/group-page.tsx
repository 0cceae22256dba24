'use client';
import type { Group } from '@tailcamp/contracts';
import { useGiven } from '@/lib/api/query';
import { useLocale, useT } from '@/lib/i18n/provider';
import { Card, Title } from '@/ui/card';
import { TailStrip } from '@/ui/charts/tail-strip';
import { score } from '@/ui/format';
import { Evidence } from '../matching/evidence';
import { PairMap } from '../matching/pair-map';
import { CommonTime } from './common-time';
import { groupInWords } from './group-words';
import { Members } from './members';
import { Workspace } from './workspace';
import { commonHours } from './zone-shift';

/** A group: who is in it, when they all have time, and why they fit. */
export function GroupPage({ groupId }: { groupId: string }) {
  const t = useT();
  const group = useGiven('groups.get', { groupId });
  return (
    <Workspace groupId={groupId}>
      <GroupTitle group={group} />
      <div className="two">
        <div className="col">
          <Members group={group} />
          {group.explanations.length > 0 && <Why group={group} />}
        </div>
        <div className="col">
          <CommonTime group={group} />
          {group.pairs && group.members.length > 1 && (
            <Card title={t('group.pairs')}>
              <div className="pad">
                <PairMap
                  people={group.members.map(({ memberId, name }) => ({ id: memberId, name }))}
                  pairs={group.pairs}
                />
              </div>
            </Card>
          )}
        </div>
      </div>
    </Workspace>
  );
}

/** What the group has in common is its headline: for a member with whom, for staff how much. */
function GroupTitle({ group }: { group: Group }) {
  const t = useT();
  const locale = useLocale();
  const list = new Intl.ListFormat(locale);
  const mine = group.members.some(({ isMe }) => isMe);
  const others = group.members.filter(({ isMe }) => !isMe).map(({ name }) => name.split(' ')[0] ?? name);
  const count = group.free ? commonHours(group.free.counts, group.members.length) : 0;
  const hours = t('count.hours', { count });
  const lead = `${groupInWords(t, group, group.members.length)} · ${group.campName}`;
  if (mine)
    return (
      <Title lead={lead}>
        {count > 0 && others.length > 0
          ? t('group.titleMine', { names: list.format([t('group.iFirst'), ...others]), hours })
          : t('group.titleMineNoTime', { name: group.name, names: list.format(others) })}
      </Title>
    );
  if (count > 0) return <Title lead={lead}>{t('group.titleStaff', { name: group.name, hours })}</Title>;
  return (
    <Title lead={group.campName}>
      {t('group.titleStaffNoTime', { name: group.name, members: t('count.people', { count: group.members.length }) })}
    </Title>
  );
}

function Why({ group }: { group: Group }) {
  const t = useT();
  const mine = group.members.some(({ isMe }) => isMe);
  const scores = group.cohortScores;
  return (
    <Card title={t(mine ? 'group.why' : 'group.whyStaff')} end={<b className="num">{score(group.score, 3)}</b>}>
      <div className="pad form-column evidence-wide">
        <Evidence criteria={group.explanations} />
        {!mine && scores.length > 1 && (
          <TailStrip
            scores={scores}
            mine={group.score}
            label={t('run.strip', {
              count: scores.length,
              low: score(scores[0] ?? 0, 3),
              high: score(scores.at(-1) ?? 0, 3),
            })}
          />
        )}
      </div>
    </Card>
  );
}
