'use client';
import { inWords } from '@/lib/api/problem';
import { useGiven, useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button, ButtonLink } from '@/ui/button';
import { Banner } from '@/ui/states';
import { EntryForm } from '../identity/entry';

/** What a join link leads to, and the one button that joins. */
export function Join({ code, signedIn }: { code: string; signedIn: boolean }) {
  const t = useT();
  const camp = useGiven('camps.preview', { code });
  const join = useWrite('camps.join');
  const next = `?next=${encodeURIComponent(`/join/${code}`)}`;
  const go = () => join.mutate({ code }, { onSuccess: ({ id }) => location.assign(`/camps/${id}`) });
  return (
    <EntryForm
      title={t('join.title', { name: camp.name })}
      lead={camp.joined ? t('join.joined') : t('join.lead', { count: camp.students })}
    >
      {join.error && <Banner>{inWords(join.error)}</Banner>}
      {camp.joined ? (
        <ButtonLink tone="primary" size="large" href={`/camps/${camp.campId}`}>
          {t('camp.open')}
        </ButtonLink>
      ) : signedIn ? (
        <Button tone="primary" size="large" busy={join.isPending || join.isSuccess} onClick={go}>
          {t('join.do')}
        </Button>
      ) : (
        <>
          <ButtonLink tone="primary" size="large" href={`/sign-in${next}`}>
            {t('join.signIn')}
          </ButtonLink>
          <ButtonLink size="large" href={`/sign-up${next}`}>
            {t('sign.up')}
          </ButtonLink>
        </>
      )}
    </EntryForm>
  );
}
