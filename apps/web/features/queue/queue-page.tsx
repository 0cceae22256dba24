'use client';
import { useGiven } from '@/lib/api/query';
import { MyQueuePage } from './my-queue';
import { StaffQueue } from './staff-queue';

/** The queue as it concerns who looks: students their own place, staff the whole of it. */
export function QueuePage({ campId }: { campId: string }) {
  const camp = useGiven('camps.get', { campId });
  return camp.myRole === 'student' ? <MyQueuePage camp={camp} /> : <StaffQueue camp={camp} />;
}
