import type { ChannelKind } from '@tailcamp/contracts';

/** What of a channel decides who may do what in it. */
export interface Held {
  kind: ChannelKind;
  groupId: string | null;
  createdBy: string | null;
  archived: boolean;
  /** Its group stands no more. */
  closed: boolean;
}

/** What somebody who belongs to the camp is to a channel of it. */
export interface Reader {
  /** Null for admins from outside: they look on and moderate, and say nothing. */
  memberId: string | null;
  staff: boolean;
  /** A member of the group that the channel belongs to, or one to its end. */
  inGroup: boolean;
  /** Among the people of the channel. */
  inPeople: boolean;
}

export function sees({ kind, groupId }: Held, { staff, inGroup, inPeople }: Reader): boolean {
  if (kind === 'direct') return inPeople;
  if (kind === 'staff') return staff;
  if (groupId === null) return true;
  return staff || inGroup;
}

/** Why somebody may not write where they may read; null when they may. */
export function refusal(
  { kind, archived, closed }: Held,
  { memberId, staff }: Reader,
): 'outside' | 'archived' | 'staff' | null {
  if (memberId === null) return 'outside';
  if (archived || closed) return 'archived';
  return kind === 'announcements' && !staff ? 'staff' : null;
}

/** Everybody here may react to what staff announce. */
export function reacts(channel: Held, reader: Reader): boolean {
  return [null, 'staff'].includes(refusal(channel, reader));
}

/** Name, topic and closing: what is there by itself stays as it is. */
export function manages({ kind, createdBy, closed }: Held, { memberId, staff }: Reader): boolean {
  return kind === 'topic' && !closed && (staff || (memberId !== null && memberId === createdBy));
}

/** What is pinned in a channel of the whole camp is for staff to choose. */
export function pins(channel: Held, reader: Reader): boolean {
  return refusal(channel, reader) === null && (reader.staff || channel.groupId !== null || channel.kind === 'direct');
}

/** Where few read, each may see how far the others have read. */
export const showsSeen = ({ kind, groupId }: Held): boolean =>
  kind === 'direct' || kind === 'staff' || groupId !== null;
