import { z } from 'zod';
import { endpoint, Id, Instant, Nothing, page, paged, Version } from './endpoint.js';
import { FieldProblem } from './errors.js';
import { Email } from './identity.js';
import { Sequence } from './streams.js';

/** What a person is in one camp; apart from the role of the account. */
export const CampRole = z.enum(['instructor', 'student']);
export type CampRole = z.infer<typeof CampRole>;

export const TimeZone = z.string().max(64).refine(isTimeZone, 'Give an IANA time zone such as Europe/Lisbon');
function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const CampName = z.string().trim().min(1).max(120);
const day = z.iso.date().nullable();
const campFields = { name: CampName, startsOn: day, endsOn: day, timeZone: TimeZone };
const datesInOrder = (camp: { startsOn?: string | null | undefined; endsOn?: string | null | undefined }) =>
  !camp.startsOn || !camp.endsOn || camp.startsOn <= camp.endsOn;
const datesMessage = { message: 'The camp ends before it starts', path: ['endsOn'] };

export const Camp = z.object({
  id: Id,
  ...campFields,
  demo: z.boolean(),
  myRole: CampRole.or(z.literal('admin')),
  joinCode: z.string().nullable().describe('For staff; null when joining is closed'),
  students: z.number().int(),
  instructors: z.number().int(),
  createdAt: Instant,
  version: Version,
  seq: Sequence,
});
export type Camp = z.infer<typeof Camp>;

const skill = z.string().trim().min(1).max(60);
const few = (max: number) => z.array(skill).max(max);

/** 7 days from Monday × 24 hours, `1` where free, in the person's own time zone. */
export const Week = z.string().regex(/^[01]{168}$/, 'Availability is 168 hours of 0 or 1, from Monday 0:00');

export const Profile = z.strictObject({
  interests: few(20),
  goals: few(20),
  languages: few(10),
  roles: few(6).describe('Wished roles, the most wished first'),
  timeZone: TimeZone,
  availability: Week,
});
export type Profile = z.infer<typeof Profile>;

export const Member = z.object({
  id: Id,
  userId: Id.nullable().describe('null: on the roster, has not signed up yet'),
  name: z.string(),
  email: z.string().nullable().describe('Staff see it; others null'),
  role: CampRole,
  profile: Profile.nullable(),
  joinedAt: Instant,
});
export type Member = z.infer<typeof Member>;

/** Why a row is told, for whoever words it; a row's `message` is the same in English. */
export const ImportReason = z.discriminatedUnion('code', [
  z.object({ code: z.literal('new'), name: z.string() }),
  z.object({ code: z.literal('answers'), name: z.string(), columns: z.array(z.string()) }),
  z.object({ code: z.literal('same_name'), name: z.string() }),
  z.object({ code: z.literal('instructor'), name: z.string() }),
  z.object({ code: z.literal('same_person'), row: z.number().int() }),
  z.object({ code: z.literal('nobody'), email: z.string().describe('What stands there instead, empty for nothing') }),
  z.object({ code: z.literal('no_email'), email: z.string() }),
  z.object({ code: z.literal('named_by_email'), name: z.string() }),
]);
export type ImportReason = z.infer<typeof ImportReason>;

export const ImportRow = z.object({
  row: z.number().int().describe('The line in the file, the header is 1'),
  column: z.string().nullable(),
  was: z.enum(['added', 'changed', 'merged', 'refused', 'noticed']),
  reason: ImportReason.nullable().default(null).describe('null: reported before reasons were kept'),
  message: z.string(),
});
export const Import = z.object({
  id: Id,
  fileName: z.string(),
  state: z.enum(['ready', 'applying', 'applied', 'failed']),
  delimiter: z.string(),
  columns: z.array(z.string()),
  read: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  rows: z.array(ImportRow),
  notices: z.array(z.string()),
  missing: z.array(z.string()).describe('Columns that matching would like and the file lacks'),
  problem: FieldProblem.nullable(),
  createdAt: Instant,
});
export type Import = z.infer<typeof Import>;

const inCamp = { campId: Id };

export const camps = {
  create: endpoint({
    method: 'POST',
    path: '/camps',
    access: 'signed-in',
    status: 201,
    input: z
      .strictObject({
        ...campFields,
        startsOn: day.default(null),
        endsOn: day.default(null),
        timeZone: TimeZone.default('UTC'),
      })
      .refine(datesInOrder, datesMessage),
    output: Camp,
    errors: ['forbidden', 'invalid_input'],
    summary: 'Open a camp (instructors)',
  }),
  list: endpoint({
    method: 'GET',
    path: '/camps',
    access: 'signed-in',
    input: z.strictObject({ ...paged }),
    output: page(Camp),
    errors: ['invalid_input'],
    summary: 'The camps one belongs to; for admins every camp',
  }),
  get: endpoint({
    method: 'GET',
    path: '/camps/:campId',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp }),
    output: Camp,
    errors: ['not_found'],
    summary: 'One camp, with the sequence of its stream',
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/camps/:campId',
    access: 'signed-in',
    input: z
      .strictObject({ ...inCamp, ...z.object(campFields).partial().shape, version: Version })
      .refine(datesInOrder, datesMessage),
    output: Camp,
    errors: ['forbidden', 'not_found', 'stale', 'invalid_input'],
    summary: 'Change name, dates or zone',
  }),
  copy: endpoint({
    method: 'POST',
    path: '/camps/:campId/copy',
    access: 'signed-in',
    status: 201,
    input: z.strictObject({ ...inCamp, name: CampName }),
    output: Camp,
    errors: ['forbidden', 'not_found'],
    summary: 'A new camp with the same settings and policy, without people',
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/camps/:campId',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp }),
    output: Nothing,
    errors: ['forbidden', 'not_found'],
    summary: 'Delete a camp and all that is in it',
  }),
  renewJoinLink: endpoint({
    method: 'POST',
    path: '/camps/:campId/join-link',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, open: z.boolean() }),
    output: z.object({ joinCode: z.string().nullable() }),
    errors: ['forbidden', 'not_found'],
    summary: 'A new join link, or none; the old one stops working',
  }),
  preview: endpoint({
    method: 'GET',
    path: '/join/:code',
    access: 'public',
    input: z.strictObject({ code: z.string().min(6).max(64) }),
    output: z.object({
      campId: Id,
      name: z.string(),
      startsOn: day,
      endsOn: day,
      students: z.number().int(),
      joined: z.boolean(),
    }),
    errors: ['not_found'],
    summary: 'What a join link leads to',
  }),
  join: endpoint({
    method: 'POST',
    path: '/join/:code',
    access: 'signed-in',
    input: z.strictObject({ code: z.string().min(6).max(64) }),
    output: Camp,
    errors: ['not_found'],
    summary: 'Join by link; a roster entry with the e-mail of your account becomes yours',
  }),
  members: endpoint({
    method: 'GET',
    path: '/camps/:campId/members',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, ...paged, search: z.string().max(100).optional(), role: CampRole.optional() }),
    output: z.object({ ...page(Member).shape, total: z.number().int(), seq: Sequence }),
    errors: ['not_found', 'invalid_input'],
    summary: 'Who is in the camp',
  }),
  addStaff: endpoint({
    method: 'POST',
    path: '/camps/:campId/staff',
    access: 'signed-in',
    status: 201,
    input: z.strictObject({ ...inCamp, email: Email }),
    output: Member,
    errors: ['forbidden', 'not_found', 'already_exists'],
    summary: 'Make an account a co-instructor of the camp',
  }),
  removeMember: endpoint({
    method: 'DELETE',
    path: '/camps/:campId/members/:memberId',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, memberId: Id }),
    output: Nothing,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Take somebody out, or leave; a camp keeps one instructor',
  }),
  readImport: endpoint({
    method: 'POST',
    path: '/camps/:campId/imports',
    access: 'signed-in',
    rate: 'upload',
    status: 201,
    input: z.strictObject({
      ...inCamp,
      fileName: z.string().min(1).max(255),
      content: z.string().min(1).max(5_000_000),
    }),
    output: Import,
    errors: ['forbidden', 'not_found', 'invalid_file', 'too_large'],
    summary: 'Read a roster or survey export and say what it would change; nothing is changed yet',
  }),
  getImport: endpoint({
    method: 'GET',
    path: '/camps/:campId/imports/:importId',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, importId: Id }),
    output: Import,
    errors: ['forbidden', 'not_found'],
    summary: 'An import and its report',
  }),
  applyImport: endpoint({
    method: 'POST',
    path: '/camps/:campId/imports/:importId/apply',
    access: 'signed-in',
    status: 202,
    input: z.strictObject({ ...inCamp, importId: Id }),
    output: Import,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Apply it, whole or not at all; progress comes by the stream of the camp',
  }),
  myProfile: endpoint({
    method: 'GET',
    path: '/me/profile',
    access: 'signed-in',
    input: Nothing,
    output: z.object({ profile: Profile, version: z.number().int().min(0).describe('0: never saved') }),
    errors: [],
    summary: 'My profile, the same in every camp',
  }),
  saveProfile: endpoint({
    method: 'PUT',
    path: '/me/profile',
    access: 'signed-in',
    input: z.strictObject({ profile: Profile, version: z.number().int().min(0) }),
    output: z.object({ profile: Profile, version: z.number().int() }),
    errors: ['stale', 'invalid_input'],
    summary: 'Save my profile',
  }),
};
