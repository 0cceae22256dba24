'use client';
import { useEffect } from 'react';
import { renewSession } from '@/lib/api/index';

/** Access tokens last ten minutes; renewing a little before keeps the next page from waiting for it. */
const EVERY_MS = 8 * 60_000;

/** Keeps the session of a page that is in sight; one in the background renews when it is looked at again. */
export function useKeptSession(): void {
  useEffect(() => {
    let last = performance.now();
    const renew = () => {
      if (document.hidden || performance.now() - last < EVERY_MS) return;
      last = performance.now();
      void renewSession();
    };
    const timer = setInterval(renew, EVERY_MS / 8);
    document.addEventListener('visibilitychange', renew);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', renew);
    };
  }, []);
}
