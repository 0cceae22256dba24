import { z } from 'zod';
import { endpoint, Id, Instant, Nothing, page, paged, Version } from './endpoint.js';

export const Role = z.enum(['admin', 'instructor', 'student']).describe('The role of an account');
export type Role = z.infer<typeof Role>;

export const Email = z.string().trim().toLowerCase().max(254).check(z.email());
export const PersonName = z.string().trim().min(1).max(200);
/** Length is what counts (NIST SP 800-63B): no rules of composition, nothing cut off. */
export const Password = z.string().min(8, 'Use at least 8 characters').max(256);
const Transport = z.enum(['cookie', 'bearer']).default('cookie').describe('Browsers take cookies, scripts take bearer');

export const User = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: Role,
  disabled: z.boolean(),
  createdAt: Instant,
  version: Version,
});
export type User = z.infer<typeof User>;

/** With `cookie` the tokens travel in HttpOnly cookies and are absent here. */
export const Session = z.object({
  user: User,
  accessToken: z.string().optional(),
  refreshToken: z.string().optional(),
  expiresIn: z.number().int().describe('Seconds until the access token ends'),
});
export type Session = z.infer<typeof Session>;

export const identity = {
  signUp: endpoint({
    method: 'POST',
    path: '/auth/sign-up',
    access: 'public',
    rate: 'sign-in',
    status: 201,
    input: z.strictObject({ name: PersonName, email: Email, password: Password, transport: Transport }),
    output: Session,
    errors: ['already_exists', 'invalid_input'],
    summary: 'Make an account; it starts as a student',
  }),
  signIn: endpoint({
    method: 'POST',
    path: '/auth/sign-in',
    access: 'public',
    rate: 'sign-in',
    input: z.strictObject({ email: Email, password: z.string().min(1).max(256), transport: Transport }),
    output: Session,
    errors: ['wrong_credentials', 'too_many_requests'],
    summary: 'Sign in with e-mail and password',
  }),
  redeemLink: endpoint({
    method: 'POST',
    path: '/auth/link',
    access: 'public',
    rate: 'sign-in',
    input: z.strictObject({ token: z.string().min(20).max(200), transport: Transport }),
    output: Session,
    errors: ['link_spent'],
    summary: 'Sign in once with a link',
  }),
  refresh: endpoint({
    method: 'POST',
    path: '/auth/refresh',
    access: 'public',
    rate: 'write',
    input: z.strictObject({ refreshToken: z.string().max(200).optional(), transport: Transport }),
    output: Session,
    errors: ['session_ended'],
    summary: 'Exchange the refresh token; each works once',
  }),
  signOut: endpoint({
    method: 'POST',
    path: '/auth/sign-out',
    access: 'signed-in',
    input: Nothing,
    output: Nothing,
    errors: [],
    summary: 'End this session',
  }),
  signOutEverywhere: endpoint({
    method: 'POST',
    path: '/auth/sign-out-everywhere',
    access: 'signed-in',
    input: Nothing,
    output: z.object({ ended: z.number().int() }),
    errors: [],
    summary: 'End every session of this account, this one too',
  }),
  me: endpoint({
    method: 'GET',
    path: '/me',
    access: 'signed-in',
    input: Nothing,
    output: User,
    errors: [],
    summary: 'Who is signed in',
  }),
  setupState: endpoint({
    method: 'GET',
    path: '/setup',
    access: 'public',
    input: Nothing,
    output: z.object({ needed: z.boolean() }),
    errors: [],
    summary: 'Whether the first run is still to be done',
  }),
  setUp: endpoint({
    method: 'POST',
    path: '/setup',
    access: 'public',
    rate: 'sign-in',
    status: 201,
    input: z.strictObject({ name: PersonName, email: Email, password: Password, transport: Transport }),
    output: Session,
    errors: ['conflict', 'invalid_input'],
    summary: 'First run: make the first admin; only while there is none',
  }),
  listUsers: endpoint({
    method: 'GET',
    path: '/users',
    access: 'signed-in',
    input: z.strictObject({ ...paged }),
    output: page(User),
    errors: ['forbidden'],
    summary: 'Every account (admins)',
  }),
  changeRole: endpoint({
    method: 'PATCH',
    path: '/users/:userId/role',
    access: 'signed-in',
    input: z.strictObject({ userId: Id, role: Role, version: Version }),
    output: User,
    errors: ['forbidden', 'not_found', 'stale', 'conflict'],
    summary: 'Change the role of an account; its sessions end (admins)',
  }),
};
