'use client';
import { useEffect, useRef } from 'react';
import { isCode } from '@/lib/api/problem';
import { useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { ButtonLink } from '@/ui/button';
import { Bones } from '@/ui/states';
import { EntryForm } from './entry';
import { rememberSession } from './session';

/** Takes the token from the address's fragment, which no server and no log has seen, and signs in with it. */
export function OneTimeLink() {
  const t = useT();
  const link = useWrite('identity.redeemLink');
  const { mutate } = link;
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    const token = location.hash.slice(1);
    history.replaceState(null, '', location.pathname);
    mutate(
      { token, transport: 'cookie' },
      {
        onSuccess: () => {
          rememberSession();
          location.replace('/');
        },
      },
    );
  }, [mutate]);
  if (!link.error)
    return (
      <EntryForm title={t('link.title')}>
        <Bones label={t('link.title')} rows={2} />
      </EntryForm>
    );
  const spent = isCode(link.error, 'link_spent', 'invalid_input');
  return (
    <EntryForm title={spent ? t('link.spent') : link.error.message} lead={t('link.spentLead')}>
      <ButtonLink tone="primary" size="large" href="/sign-in">
        {t('sign.in')}
      </ButtonLink>
    </EntryForm>
  );
}
