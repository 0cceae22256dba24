import { SkillsPage } from '@/features/assessment/skills/skills-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { readerLocale } from '@/lib/i18n/server';

interface SkillsRouteProps {
  params: Promise<{ campId: string }>;
  searchParams: Promise<{ track?: string }>;
}

export const generateMetadata = async () => ({ title: (await readerLocale()).t('staff.skills') });

export default function SkillsRoute({ params, searchParams }: SkillsRouteProps) {
  return signedInPage(async (paint) => {
    const [{ campId }, asked] = await Promise.all([params, searchParams]);
    const [, { offered }] = await Promise.all([
      paint.read('camps.get', { campId }),
      paint.read('assessmentSettings.get', { campId }),
    ]);
    const track = (offered.find(({ id }) => id === asked.track) ?? offered[0])?.id ?? null;
    if (track !== null) await paint.read('skillGraph.track', { campId, track });
    return <SkillsPage campId={campId} track={track} />;
  });
}
