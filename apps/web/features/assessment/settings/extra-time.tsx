'use client';
import { Timer } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '@/lib/api/names';
import { inWords, isCode } from '@/lib/api/problem';
import { useAnswers, useRead, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Select } from '@/ui/field';
import { Avatar } from '@/ui/marks';
import { Empty } from '@/ui/states';
import { toast } from '@/ui/toast-store';

const FACTORS = [1.25, 1.5, 2, 3] as const;
const MOST_NAMES = 200;

/** Who has more time, and giving it; attempts that are open have it at once. */
export function ExtraTime({ campId }: { campId: string }) {
  const t = useT();
  const { refresh } = useAnswers();
  const { data } = useRead('assessmentSettings.accommodations', { campId });
  const accommodate = useWrite('assessmentSettings.accommodate');
  const given = (data?.items ?? []).filter(({ timeFactor }) => timeFactor > 1);
  const versions = new Map((data?.items ?? []).map(({ memberId, version }) => [memberId, version]));
  const give = (memberId: string, timeFactor: number) =>
    accommodate.mutate(
      { campId, memberId, timeFactor, version: versions.get(memberId) ?? 0 },
      {
        onSuccess: () => toast(t('extra.saved')),
        onError: (error) => toast(isCode(error, 'stale') ? t('state.stale') : inWords(error), { tone: 'bad' }),
        onSettled: () => refresh('assessmentSettings.accommodations', { campId }),
      },
    );
  return (
    <Card title={t('extra.title')}>
      {given.length === 0 && (
        <Empty icon={Timer} title={t('extra.none')}>
          {t('extra.noneBecause')}
        </Empty>
      )}
      <ul className="members-wide">
        {given.map(({ memberId, name, timeFactor }) => (
          <li key={memberId}>
            <Avatar of={{ id: memberId, name }} />
            <b className="grow clip">{name}</b>
            <span className="num">× {timeFactor}</span>
            <Button
              size="small"
              tone="quiet"
              onClick={() => give(memberId, 1)}
              aria-label={t('extra.takeBackOf', { name })}
            >
              {t('extra.takeBack')}
            </Button>
          </li>
        ))}
      </ul>
      <Give
        campId={campId}
        except={new Set(given.map(({ memberId }) => memberId))}
        busy={accommodate.isPending}
        onGive={give}
      />
    </Card>
  );
}

type Member = Output<'camps.members'>['items'][number];

function Give(props: {
  campId: string;
  except: ReadonlySet<string>;
  busy: boolean;
  onGive: (memberId: string, factor: number) => void;
}) {
  const t = useT();
  const { data } = useRead('camps.members', { campId: props.campId, limit: MOST_NAMES });
  const [memberId, setMemberId] = useState('');
  const [factor, setFactor] = useState<number>(FACTORS[1]);
  const students = (data?.items ?? []).filter(({ id, role }: Member) => role === 'student' && !props.except.has(id));
  return (
    <form
      className="pad form-grid"
      onSubmit={(event) => {
        event.preventDefault();
        props.onGive(memberId, factor);
        setMemberId('');
      }}
    >
      <Select label={t('extra.who')} value={memberId} onChange={({ target }) => setMemberId(target.value)}>
        <option value="">{t('extra.choose')}</option>
        {students.map(({ id, name }: Member) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select label={t('extra.factor')} value={factor} onChange={({ target }) => setFactor(Number(target.value))}>
        {FACTORS.map((each) => (
          <option key={each} value={each}>
            × {each}
          </option>
        ))}
      </Select>
      <Button type="submit" icon={Timer} busy={props.busy} disabled={memberId === ''}>
        {t('extra.give')}
      </Button>
    </form>
  );
}
