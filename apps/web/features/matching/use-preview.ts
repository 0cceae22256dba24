import type { Criterion, Policy, PolicyPreview } from '@tailcamp/contracts';
import { useEffect, useState } from 'react';
import { useRead } from '@/lib/api/query';
import { columnsOf } from './criterion-words';

const STILL_FOR_MS = 400;

interface Preview {
  preview: PolicyPreview | undefined;
  /** The policy that the preview is of: the one before while the new one is being tried. */
  of: Policy;
  asking: boolean;
}

/** What the policy would do to the camp, asked anew once its writer has held still for a moment; until then the last answer. */
export function usePreview(campId: string, policy: Policy): Preview {
  const [asked, setAsked] = useState(policy);
  const [answered, setAnswered] = useState(policy);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(policy), STILL_FOR_MS);
    return () => clearTimeout(timer);
  }, [policy]);
  const { data, isFetching, isPlaceholderData } = useRead(
    'matching.previewPolicy',
    { campId, policy: asked },
    { keep: true },
  );
  useEffect(() => {
    if (!isPlaceholderData) setAnswered(asked);
  }, [asked, isPlaceholderData]);
  return { preview: data, of: isPlaceholderData ? answered : asked, asking: isFetching || asked !== policy };
}

/** Where a criterion stands in a policy: itself, or as it was before one of its settings changed. −1 where it is not in it. */
export function placeIn(policy: Policy, criterion: Criterion): number {
  const itself = policy.criteria.indexOf(criterion);
  const about = (each: Criterion) => `${each.kind} ${columnsOf(each).join('\n')}`;
  return itself >= 0 ? itself : policy.criteria.findIndex((each) => about(each) === about(criterion));
}
