'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { renewSession } from '@/lib/api/index';
import { forgetSession, mayHaveSession } from './session';

/** On the landing page: where this browser had a session whose access token ended, it goes on without a word. */
export function ResumeQuietly() {
  const router = useRouter();
  useEffect(() => {
    if (!mayHaveSession()) return;
    void renewSession().then((renewed) => {
      if (renewed) router.refresh();
      else forgetSession();
    });
  }, [router]);
  return null;
}
