import { GroupPage } from '@/features/groups/group-page';
import { signedInPage } from '@/features/identity/signed-in-page';
import { callAsReader } from '@/lib/api/server';
import { titleOf } from '@/lib/api/title-of';

interface GroupRouteProps {
  params: Promise<{ groupId: string }>;
}

export const generateMetadata = ({ params }: GroupRouteProps) =>
  titleOf(async () => (await callAsReader('groups.get', { groupId: (await params).groupId })).name);

export default function GroupRoute({ params }: GroupRouteProps) {
  return signedInPage(async (paint) => {
    const { groupId } = await params;
    await paint.read('groups.get', { groupId });
    return <GroupPage groupId={groupId} />;
  });
}
