'use client';
import { LogOut, Settings, UserRound } from 'lucide-react';
import { call } from '@/lib/api/index';
import { inWords } from '@/lib/api/problem';
import { useT } from '@/lib/i18n/provider';
import type { MenuItem } from '@/ui/menu';
import { toast } from '@/ui/toast-store';
import { forgetSession } from './session';

/** Ends this session and leaves nothing of it on the page. */
export async function signOut(everywhere: boolean): Promise<void> {
  try {
    await call(everywhere ? 'identity.signOutEverywhere' : 'identity.signOut', {});
    forgetSession();
    location.assign('/');
  } catch (error) {
    toast(inWords(error), { tone: 'bad' });
  }
}

export function useAccountMenu(): (MenuItem | null)[] {
  const t = useT();
  return [
    { label: t('nav.profile'), icon: UserRound, href: '/profile' },
    { label: t('nav.settings'), icon: Settings, href: '/settings' },
    null,
    { label: t('nav.signOut'), icon: LogOut, onSelect: () => void signOut(false) },
  ];
}
