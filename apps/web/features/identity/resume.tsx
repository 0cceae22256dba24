'use client';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { renewSession } from '@/lib/api/index';
import { useT } from '@/lib/i18n/provider';
import { Bones } from '@/ui/states';

/** Renews a session whose access token has ended, then shows the page that was asked for; else asks to sign in. */
export function Resume() {
  const t = useT();
  const router = useRouter();
  const path = usePathname();
  useEffect(() => {
    void renewSession().then((renewed) => {
      if (renewed) router.refresh();
      else router.replace(`/sign-in?next=${encodeURIComponent(path)}`);
    });
  }, [router, path]);
  return (
    <main id="main" className="page">
      <Bones label={t('sign.resuming')} />
    </main>
  );
}
