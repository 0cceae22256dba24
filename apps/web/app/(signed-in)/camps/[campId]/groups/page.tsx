import { Groups } from '@/features/groups/groups';
import { GROUPS_A_PAGE } from '@/features/groups/groups-a-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('nav.groups') });

export default function GroupsPage({ params }: { params: Promise<{ campId: string }> }) {
  return signedInPage(async (paint) => {
    const { campId } = await params;
    await Promise.all([
      paint.read('camps.get', { campId }),
      paint.readPages('groups.list', { campId, ...GROUPS_A_PAGE }),
    ]);
    return <Groups campId={campId} />;
  });
}
