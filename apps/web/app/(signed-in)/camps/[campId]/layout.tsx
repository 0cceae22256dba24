import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { CampLive } from '@/features/camps/camp-live';
import { signedInPage } from '@/features/identity/signed-in-page';
import { callAsReader } from '@/lib/api/server';
import { titleOf } from '@/lib/api/title-of';

interface CampLayoutProps {
  params: Promise<{ campId: string }>;
  children: ReactNode;
}

export async function generateMetadata({ params }: CampLayoutProps): Promise<Metadata> {
  const { title } = await titleOf(
    async () => (await callAsReader('camps.get', { campId: (await params).campId })).name,
  );
  return title ? { title: { default: `${title} · TailCamp`, template: `%s · ${title} · TailCamp` } } : {};
}

export default function CampLayout({ params, children }: CampLayoutProps) {
  return signedInPage(async (paint) => {
    const { campId } = await params;
    await paint.read('camps.get', { campId });
    return (
      <>
        <CampLive campId={campId} />
        {children}
      </>
    );
  });
}
