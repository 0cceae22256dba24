import type { Metadata } from 'next';
import { OneTimeLink } from '@/features/identity/one-time-link';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false }, referrer: 'no-referrer' };

export default function LinkPage() {
  return <OneTimeLink />;
}
