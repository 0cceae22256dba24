import { CampOverview } from '@/features/camps/overview';
import { readOverview } from '@/features/camps/overview-reads';
import { signedInPage } from '@/features/identity/signed-in-page';

export default function CampPage({ params }: { params: Promise<{ campId: string }> }) {
  return signedInPage(async (paint) => {
    const { campId } = await params;
    await readOverview(paint, campId);
    return <CampOverview campId={campId} />;
  });
}
