'use client';
import Link from 'next/link';
import { type FormEvent, useEffect, useState } from 'react';
import { fieldErrors, inWords } from '@/lib/api/problem';
import { useWrite } from '@/lib/api/query';
import { useT } from '@/lib/i18n/provider';
import { Button } from '@/ui/button';
import { Input } from '@/ui/field';
import { Banner } from '@/ui/states';
import { rememberSession, safeNext } from './session';

const KINDS = {
  in: { endpoint: 'identity.signIn', named: false },
  up: { endpoint: 'identity.signUp', named: true },
  setup: { endpoint: 'identity.setUp', named: true },
} as const;
/** The fields that can show what the server says of them. */
const FIELDS = ['name', 'email', 'password'] as const;

/** Sign in, make an account, or make the first admin: the same fields, the same way on. */
export function SignForm({ kind }: { kind: keyof typeof KINDS }) {
  const t = useT();
  const { named, endpoint } = KINDS[kind];
  const sign = useWrite(endpoint);
  const [next, setNext] = useState('/');
  // Before the browser has the page's script, the form must not be sent by itself: the password would leave it unread.
  const [ready, setReady] = useState(false);
  useEffect(() => {
    setNext(safeNext(new URLSearchParams(location.search).get('next')));
    setReady(true);
  }, []);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '');
    const account = { email: text('email'), password: text('password'), transport: 'cookie' as const };
    sign.mutate(named ? { ...account, name: text('name') } : account, {
      onSuccess: () => {
        rememberSession();
        // A whole page: everything on it is somebody else's now.
        location.assign(next);
      },
    });
  };
  const errors = fieldErrors(sign.error);
  const other = sign.error && !FIELDS.some((field) => errors[field] !== undefined);
  return (
    <form onSubmit={submit} method="post">
      {other && <Banner>{inWords(sign.error)}</Banner>}
      {named && <Input label={t('sign.name')} name="name" autoComplete="name" required error={errors.name} />}
      <Input label={t('sign.email')} name="email" type="email" autoComplete="username" required error={errors.email} />
      <Input
        label={t('sign.password')}
        name="password"
        type="password"
        autoComplete={named ? 'new-password' : 'current-password'}
        required
        minLength={named ? 8 : undefined}
        hint={named ? t('sign.passwordHint') : undefined}
        error={errors.password}
      />
      <Button tone="primary" size="large" type={ready ? 'submit' : 'button'} busy={sign.isPending || sign.isSuccess}>
        {t(kind === 'in' ? 'sign.in' : kind === 'up' ? 'sign.up' : 'setup.do')}
      </Button>
      {kind !== 'setup' && (
        <p className="note muted">
          {t(kind === 'in' ? 'sign.toUp' : 'sign.toIn')}{' '}
          <Link className="link" href={`${kind === 'in' ? '/sign-up' : '/sign-in'}?next=${encodeURIComponent(next)}`}>
            {t(kind === 'in' ? 'sign.up' : 'sign.in')}
          </Link>
        </p>
      )}
    </form>
  );
}
