import { z } from 'zod';
import { endpoint, Id, Nothing } from '../endpoint.js';
import { Skill, Slug, Track } from './skills.js';

/** Why something of a file is told; `message` says the same in English, with what it is about. */
export const ContentReason = z.enum([
  'invalid',
  'twice',
  'unknown_skill',
  'unknown_domain',
  'circle',
  'unsupported',
  'missing',
  'not_taken',
  'not_xml',
  'not_yaml',
  'in_use',
]);
export type ContentReason = z.infer<typeof ContentReason>;

export const ContentRow = z.object({
  file: z.string().nullable().describe('Within a package'),
  row: z.number().int().nullable().describe('The line in the file; of a CSV the header is 1'),
  at: z.string().nullable().describe('The column, field or element'),
  was: z.enum(['added', 'changed', 'refused', 'noticed']),
  reason: ContentReason.nullable().describe('Null for what was added or changed'),
  message: z.string(),
});
export type ContentRow = z.infer<typeof ContentRow>;

/** What a file of skills or questions has brought. */
export const ContentImport = z.object({
  fileName: z.string(),
  read: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  rows: z.array(ContentRow).describe('What was not simply left as it is, by row; 500 at most'),
});
export type ContentImport = z.infer<typeof ContentImport>;

/** `library` came with TailCamp or is for every camp; what a camp changes or adds is its own. */
export const ContentSource = z.enum(['library', 'camp']);
export type ContentSource = z.infer<typeof ContentSource>;

export const CampSkill = z.object({
  ...Skill.shape,
  source: ContentSource,
  version: z.number().int(),
  questions: z.number().int(),
});
export type CampSkill = z.infer<typeof CampSkill>;

const inCamp = { campId: Id };
const ofTrack = { ...inCamp, track: Slug };

export const skillGraph = {
  track: endpoint({
    method: 'GET',
    path: '/camps/:campId/tracks/:track',
    access: 'signed-in',
    input: z.strictObject({ ...ofTrack }),
    output: z.object({
      ...Track.shape,
      skills: z.array(CampSkill).describe('In an order in which none stands before what it requires'),
      elsewhere: z
        .array(z.object({ id: Slug, title: z.string(), track: Slug }))
        .describe('Skills of other tracks that these rest on'),
      source: ContentSource,
    }),
    errors: ['not_found'],
    summary: 'A track with its skills and what they rest on',
  }),
  saveSkill: endpoint({
    method: 'PUT',
    path: '/camps/:campId/tracks/:track/skills/:skillId',
    access: 'signed-in',
    input: z.strictObject({
      ...ofTrack,
      skillId: Slug,
      skill: Skill.omit({ id: true }),
      version: z.number().int().min(0).describe('0: it is new'),
    }),
    output: CampSkill,
    errors: ['forbidden', 'not_found', 'stale', 'invalid_input'],
    summary: 'Add a skill or change one, for this camp (staff)',
  }),
  removeSkill: endpoint({
    method: 'DELETE',
    path: '/camps/:campId/tracks/:track/skills/:skillId',
    access: 'signed-in',
    input: z.strictObject({ ...ofTrack, skillId: Slug }),
    output: Nothing,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: "Take back this camp's own skill, or its change of one of the library (staff)",
  }),
  import: endpoint({
    method: 'POST',
    path: '/camps/:campId/tracks',
    access: 'signed-in',
    rate: 'upload',
    input: z.strictObject({
      ...inCamp,
      fileName: z.string().min(1).max(255),
      content: z.string().min(1).max(5_000_000),
      track: Slug.optional().describe('For a CSV, which does not name one; without it the name of the file'),
    }),
    output: ContentImport,
    errors: ['forbidden', 'not_found', 'invalid_file', 'too_large'],
    summary: 'Read a track from YAML, or skill and prerequisite from CSV, into this camp; whole or not at all (staff)',
  }),
  exportCsv: endpoint({
    method: 'GET',
    path: '/camps/:campId/tracks/:track/skills.csv',
    access: 'signed-in',
    input: z.strictObject({ ...ofTrack }),
    output: z.string(),
    media: 'text/csv',
    errors: ['forbidden', 'not_found'],
    summary: 'Skill and prerequisite as CSV (staff)',
  }),
  exportYaml: endpoint({
    method: 'GET',
    path: '/camps/:campId/tracks/:track/track.yaml',
    access: 'signed-in',
    input: z.strictObject({ ...ofTrack }),
    output: z.string(),
    media: 'application/yaml',
    errors: ['forbidden', 'not_found'],
    summary: 'The track as YAML (staff)',
  }),
};
