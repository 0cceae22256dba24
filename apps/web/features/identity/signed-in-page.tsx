import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { FirstPaint } from '@/lib/api/first-paint';
import type { Output } from '@/lib/api/names';
import { isCode } from '@/lib/api/problem';
import { reader } from '@/lib/api/reader';
import { Resume } from './resume';

/**
 * Renders a page for whoever is signed in, with what it reads on it from the first paint. Somebody whose session is to
 * be renewed gets that first; what is not theirs to see is not there.
 */
export async function signedInPage(
  render: (paint: FirstPaint, me: Output<'identity.me'>) => Promise<ReactNode>,
): Promise<ReactNode> {
  const me = await reader();
  if (!me) return <Resume />;
  const paint = new FirstPaint();
  try {
    const page = await render(paint, me);
    return paint.give(page);
  } catch (error) {
    if (isCode(error, 'not_found', 'forbidden', 'invalid_input')) notFound();
    throw error;
  }
}
