import type { GroupSummary } from '@tailcamp/contracts';
import type { ReactNode } from 'react';
import { useGiven } from '@/lib/api/query';
import { CommonTime } from '../groups/common-time';
import { Members } from '../groups/members';

/** My group where it is the whole page: with whom, and when we all have time. */
export function MyGroup({ of, children }: { of: GroupSummary; children?: ReactNode }) {
  const group = useGiven('groups.get', { groupId: of.id });
  return (
    <div className="two">
      <div className="col">
        <Members group={group} />
        {children}
      </div>
      <CommonTime group={group} />
    </div>
  );
}
