import { filtersOf, lessonsAsked } from '@/features/curriculum/studio/studio-asked';
import { StudioPage } from '@/features/curriculum/studio/studio-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

interface StudioRouteProps {
  params: Promise<{ campId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = async () => ({ title: (await readerLocale()).t('nav.studio') });

export default function StudioRoute({ params, searchParams }: StudioRouteProps) {
  return signedInPage(async (paint) => {
    const { campId } = await params;
    const filters = filtersOf(await searchParams);
    await Promise.all([
      paint.read('camps.get', { campId }),
      paint.read('studio.overview', { campId }),
      paint.readPages('studio.list', lessonsAsked(campId, filters)),
    ]);
    return <StudioPage campId={campId} filters={filters} />;
  });
}
