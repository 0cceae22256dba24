import { DraftPage } from '@/features/curriculum/studio/drafting/draft-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('draft.crumb') });

export default function DraftRoute({ params }: { params: Promise<{ campId: string; draftId: string }> }) {
  return signedInPage(async (paint) => {
    const { campId, draftId } = await params;
    // Its sequence stands before what the draft is read as, so that no event between the two is missed.
    await paint.read('camps.get', { campId });
    await Promise.all([paint.read('studio.overview', { campId }), paint.read('drafting.get', { campId, draftId })]);
    return <DraftPage campId={campId} draftId={draftId} />;
  });
}
