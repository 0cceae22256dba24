import { signedInPage } from '@/features/identity/signed-in-page';
import { QueuePage } from '@/features/queue/queue-page';
import { readerLocale } from '@/lib/i18n/server';

export const generateMetadata = async () => ({ title: (await readerLocale()).t('nav.queue') });

export default function CampQueuePage({ params }: { params: Promise<{ campId: string }> }) {
  return signedInPage(async (paint) => {
    const { campId } = await params;
    const { myRole } = await paint.read('camps.get', { campId });
    await (myRole === 'student' ? paint.read('queue.mine', { campId }) : paint.read('queue.get', { campId }));
    return <QueuePage campId={campId} />;
  });
}
