import type { Policy, PolicyPreview } from '@tailcamp/contracts';
import { useEffect, useState } from 'react';
import { useRead } from '@/lib/api/query';

const STILL_FOR_MS = 400;

/** What the policy would do to the camp, asked anew once its writer has held still for a moment; until then the last answer. */
export function usePreview(campId: string, policy: Policy): { preview: PolicyPreview | undefined; asking: boolean } {
  const [asked, setAsked] = useState(policy);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(policy), STILL_FOR_MS);
    return () => clearTimeout(timer);
  }, [policy]);
  const { data, isFetching } = useRead('matching.previewPolicy', { campId, policy: asked }, { keep: true });
  return { preview: data, asking: isFetching || asked !== policy };
}
