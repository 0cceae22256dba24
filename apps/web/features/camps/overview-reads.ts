import type { FirstPaint } from '@/lib/api/first-paint';
import { GROUP_COUNT, LATEST_RUN, readMyGroup } from './home-reads';

export const STAFF = { role: 'instructor', limit: 20 } as const;

/** What the overview stands on; runs and policy for staff alone. */
export async function readOverview(paint: FirstPaint, campId: string): Promise<void> {
  const camp = await paint.read('camps.get', { campId });
  const everybody = [
    paint.read('groups.list', { campId, ...GROUP_COUNT }),
    paint.read('camps.members', { campId, ...STAFF }),
  ];
  if (camp.myRole === 'student') {
    await Promise.all([...everybody, readMyGroup(paint, campId)]);
    return;
  }
  await Promise.all([
    ...everybody,
    paint.read('matching.list', { campId, ...LATEST_RUN }),
    paint.read('matching.getPolicy', { campId }),
  ]);
}
