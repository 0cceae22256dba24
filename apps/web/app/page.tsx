import { Home } from '@/features/camps/home';
import { readHome } from '@/features/camps/home-reads';
import { Frame } from '@/features/identity/frame';
import { readFrame } from '@/features/identity/frame-reads';
import { Landing } from '@/features/identity/landing';
import { FirstPaint } from '@/lib/api/first-paint';
import { reader } from '@/lib/api/reader';
import { callAsReader } from '@/lib/api/server';

/** One address for both: what TailCamp is, or what waits for you. */
export default async function HomePage() {
  const me = await reader();
  if (!me) return <Landing setUpNeeded={(await callAsReader('identity.setupState', {})).needed} />;
  const paint = new FirstPaint();
  await readFrame(paint);
  await readHome(paint);
  return paint.give(
    <Frame>
      <Home />
    </Frame>,
  );
}
