import type { ReactNode } from 'react';
import { Frame } from '@/features/identity/frame';
import { readFrame } from '@/features/identity/frame-reads';
import { signedInPage } from '@/features/identity/signed-in-page';

export default function SignedInLayout({ children }: { children: ReactNode }) {
  return signedInPage(async (paint) => {
    await readFrame(paint);
    return <Frame>{children}</Frame>;
  });
}
