import type { Metadata } from 'next';
import { Parts } from '@/ui/parts/parts';

export const metadata: Metadata = { title: 'Parts', robots: { index: false } };

/** Every part of the design system in its states: the page that pictures and axe look at. */
export default function PartsPage() {
  return <Parts />;
}
