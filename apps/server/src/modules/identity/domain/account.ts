import type { Role, User } from '@tailcamp/contracts';

/** An account as the module works with it, opened. */
export interface Account {
  id: string;
  email: string;
  name: string;
  role: Role;
  disabled: boolean;
  demo: boolean;
  version: number;
  createdAt: Date;
}

/** E-mail addresses are compared without case and without the space around them. */
export const normalizeEmail = (email: string): string => email.trim().toLowerCase();

/** What an account shows of itself to its owner and to admins. */
export const userOf = ({ id, name, email, role, disabled, createdAt, version }: Account): User => ({
  id,
  name,
  email,
  role,
  disabled,
  createdAt: createdAt.toISOString(),
  version,
});
