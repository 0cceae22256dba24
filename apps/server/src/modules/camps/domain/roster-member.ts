import type { CampRole } from '@tailcamp/contracts';

/** Survey column → answer. */
export type Answers = Readonly<Record<string, string>>;

/** Somebody in a camp: with an account, or known from the roster alone. */
export interface RosterMember {
  readonly id: string;
  readonly campId: string;
  readonly userId: string | null;
  readonly role: CampRole;
  readonly name: string;
  readonly email: string | null;
  readonly answers: Answers;
  readonly version: number;
  readonly joinedAt: Date;
}
