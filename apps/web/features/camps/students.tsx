'use client';
import type { Member } from '@tailcamp/contracts';
import { FileUp, Search, UserMinus, Users } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useGiven, usePages } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button, ButtonLink, IconButton } from '@/ui/button';
import { Card, Title } from '@/ui/card';
import { Icon } from '@/ui/icon';
import { Avatar, Tag } from '@/ui/marks';
import { Page } from '@/ui/shell/page';
import { Empty } from '@/ui/states';
import { Table, Td, Th } from '@/ui/table';
import { useDates } from '@/ui/time';
import { RemoveMember } from './remove-member';
import { studentsAsked } from './students-asked';

const SEARCH_AFTER_MS = 200;

export function Students({ campId, search: asked }: { campId: string; search: string }) {
  const t = useT();
  const camp = useGiven('camps.get', { campId });
  const [typed, setTyped] = useState(asked);
  const search = useSettled(typed.trim());
  const students = usePages('camps.members', studentsAsked(campId, search));
  const [leaving, setLeaving] = useState<Member | null>(null);
  const staff = camp.myRole !== 'student';
  const total = students.last?.total ?? 0;
  const title = search ? t('students.found', { count: total, search }) : t('students.title', { count: camp.students });
  const importing = (
    <ButtonLink icon={FileUp} tone={camp.students > 0 ? undefined : 'primary'} href={`/camps/${campId}/import`}>
      {t('camp.importDo')}
    </ButtonLink>
  );
  return (
    <Page
      crumbs={[{ label: camp.name, href: `/camps/${campId}` }, { label: t('nav.students') }]}
      actions={staff && camp.students > 0 ? importing : null}
    >
      <Title>{title}</Title>
      {camp.students === 0 && !search ? (
        <Card label={t('nav.students')}>
          <Empty icon={Users} title={t('camp.emptyTitle')} action={staff ? importing : null}>
            {t('camp.emptyLead')}
          </Empty>
        </Card>
      ) : (
        <>
          <label className="search-field">
            <Icon of={Search} size="s" />
            <input
              className="input"
              type="search"
              value={typed}
              placeholder={t('students.search')}
              aria-label={t('students.search')}
              onChange={(event) => setTyped(event.target.value)}
            />
          </label>
          {students.items.length === 0 && !students.isFetching ? (
            <Card label={title}>
              <Empty icon={Search} title={t('students.none')}>
                {t('students.noneLead')}
              </Empty>
            </Card>
          ) : (
            <StudentTable students={students.items} staff={staff} onRemove={setLeaving} />
          )}
          {students.hasNextPage && (
            <Button className="more" busy={students.isFetchingNextPage} onClick={() => void students.fetchNextPage()}>
              {t('action.more')}
            </Button>
          )}
        </>
      )}
      <RemoveMember campId={campId} member={leaving} onClose={() => setLeaving(null)} />
    </Page>
  );
}

/** The value once it has stood still for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

function StudentTable(props: { students: readonly Member[]; staff: boolean; onRemove: (member: Member) => void }) {
  const t = useT();
  return (
    <Table
      cards
      label={t('nav.students')}
      head={
        <>
          <Th>{t('students.name')}</Th>
          {props.staff && <Th>{t('students.email')}</Th>}
          <Th>{t('students.zone')}</Th>
          <Th right>{t('students.free')}</Th>
          <Th>{t('students.state')}</Th>
          {props.staff && <Th hidden>{t('action.remove')}</Th>}
        </>
      }
    >
      {props.students.map((student) => (
        <StudentRow key={student.id} student={student} staff={props.staff} onRemove={() => props.onRemove(student)} />
      ))}
    </Table>
  );
}

function StudentRow({ student, staff, onRemove }: { student: Member; staff: boolean; onRemove: () => void }) {
  const t = useT();
  const dates = useDates();
  const { profile } = student;
  const free = profile ? [...profile.availability].filter((hour) => hour === '1').length : 0;
  return (
    <tr>
      <Td className="lead-cell">
        <span className="row">
          <Avatar of={student} /> {student.name}
        </span>
      </Td>
      {staff && <Td className="muted">{student.email}</Td>}
      <Td className="muted">{profile?.timeZone}</Td>
      <Td right>{free > 0 && t('students.freeHours', { hours: t('count.hours', { count: free }) })}</Td>
      <Td title={dates.moment(student.joinedAt)}>
        <Tag tone={student.userId ? 'good' : undefined}>
          {t(student.userId ? 'students.account' : 'students.roster')}
        </Tag>
      </Td>
      {staff && (
        <Td right className="act-cell">
          <IconButton icon={UserMinus} small label={t('students.remove', { name: student.name })} onClick={onRemove} />
        </Td>
      )}
    </tr>
  );
}
