import { CAMPS_SHOWN } from '@/features/identity/frame-reads';
import type { FirstPaint } from '@/lib/api/first-paint';

/** How many camps the home page looks into; more are a line in the list. */
export const LOOKED_INTO = 6;
export const GROUP_COUNT = { limit: 1 } as const;
export const LATEST_RUN = { limit: 1 } as const;

/** The group that a student's pages open with, where there is one; in one camp, that of the camp. */
export async function readMyGroup(paint: FirstPaint, campId?: string): Promise<void> {
  const { items } = await paint.read('groups.mine', {});
  const mine = items.find((group) => campId === undefined || group.campId === campId);
  if (mine) await paint.read('groups.get', { groupId: mine.id });
}

/** What waits in each camp: whether its students have groups, and what its latest run came to. */
export async function readHome(paint: FirstPaint): Promise<void> {
  const { items } = await paint.read('camps.list', CAMPS_SHOWN);
  const staffed = items.filter(({ myRole }) => myRole !== 'student').slice(0, LOOKED_INTO);
  await Promise.all([
    paint.read('camps.myProfile', {}),
    ...staffed.flatMap(({ id }) => [
      paint.read('groups.list', { campId: id, ...GROUP_COUNT }),
      paint.read('matching.list', { campId: id, ...LATEST_RUN }),
    ]),
    readMyGroup(paint),
  ]);
}
