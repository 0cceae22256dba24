import { CAMPS_SHOWN } from '@/features/identity/frame-reads';
import type { FirstPaint } from '@/lib/api/first-paint';

/** How many camps the home page looks into; more are a line in the list. */
export const LOOKED_INTO = 6;
export const GROUP_COUNT = { limit: 1 } as const;

/** What waits in each camp: whether its students have groups. */
export async function readHome(paint: FirstPaint): Promise<void> {
  const { items } = await paint.read('camps.list', CAMPS_SHOWN);
  const staffed = items.filter(({ myRole }) => myRole !== 'student').slice(0, LOOKED_INTO);
  await Promise.all([
    paint.read('camps.myProfile', {}),
    ...staffed.map(({ id }) => paint.read('groups.list', { campId: id, ...GROUP_COUNT })),
  ]);
}
