import type { FirstPaint } from '@/lib/api/first-paint';

/** As many camps as the switcher shows; more are on the home page. */
export const CAMPS_SHOWN = { limit: 50 } as const;

/** What the frame around every signed-in page stands on. */
export async function readFrame(paint: FirstPaint): Promise<void> {
  await Promise.all([
    paint.read('identity.me', {}),
    paint.read('camps.list', CAMPS_SHOWN),
    paint.read('groups.mine', {}),
  ]);
}
