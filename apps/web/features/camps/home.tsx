'use client';
import { useGiven } from '@/lib/api/query';
import { CAMPS_SHOWN } from '../identity/frame-reads';
import { StaffHome } from './staff-home';
import { StudentHome } from './student-home';

/** What waits for you: for staff the students without a group, for a student the group. */
export function Home() {
  const me = useGiven('identity.me', {});
  const { items: camps } = useGiven('camps.list', CAMPS_SHOWN);
  const teaches = me.role !== 'student' || camps.some(({ myRole }) => myRole !== 'student');
  return teaches ? <StaffHome camps={camps} /> : <StudentHome camps={camps} />;
}
