import { GroupPage } from '@/features/groups/group-page';
import { signedInPage } from '@/features/identity/signed-in-page';

export default function GroupRoute({ params }: { params: Promise<{ groupId: string }> }) {
  return signedInPage(async (paint) => {
    const { groupId } = await params;
    await paint.read('groups.get', { groupId });
    return <GroupPage groupId={groupId} />;
  });
}
