import type { ReactNode } from 'react';
import { CampLive } from '@/features/camps/camp-live';
import { signedInPage } from '@/features/identity/signed-in-page';

interface CampLayoutProps {
  params: Promise<{ campId: string }>;
  children: ReactNode;
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
