import { z } from 'zod';
import { endpoint, Id, Instant } from '../endpoint.js';
import { Sequence } from '../streams.js';
import { Fit, Misfit } from './bank.js';
import { ItemParameters } from './items.js';
import { Slug } from './skills.js';

export const CalibrationState = z.enum(['queued', 'running', 'proposed', 'applied', 'cancelled', 'failed']);
export type CalibrationState = z.infer<typeof CalibrationState>;

/** Why it failed: the engine broke down on these answers, or the server was stopped in the middle too often. */
export const CalibrationProblem = z.enum(['engine', 'lost']);
export type CalibrationProblem = z.infer<typeof CalibrationProblem>;

/** A calibration takes the answers of at least so many learners; with fewer, chance would say more than they do. */
export const LEAST_LEARNERS = 50;

export const CalibratedItem = z.object({
  itemId: Id,
  slug: Slug,
  question: z.string(),
  answers: z.number().int(),
  before: ItemParameters,
  after: ItemParameters,
  errors: z.object({ discrimination: z.number(), difficulty: z.number() }).describe('Standard errors'),
  fit: Fit,
  misfits: z.array(Misfit),
  applied: z.boolean(),
  edited: z.boolean().describe('Asked otherwise since, so that what was estimated does not count any more'),
});
export type CalibratedItem = z.infer<typeof CalibratedItem>;

export const CalibrationSummary = z.object({
  id: Id,
  track: z.object({ id: Slug, title: z.string() }),
  state: CalibrationState,
  iteration: z.number().int(),
  of: z.number().int().describe('Iterations at most'),
  learners: z.number().int(),
  answers: z.number().int(),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
});
export type CalibrationSummary = z.infer<typeof CalibrationSummary>;

export const Calibration = z.object({
  ...CalibrationSummary.shape,
  items: z.array(CalibratedItem).describe('Once it has come to a proposal'),
  problem: CalibrationProblem.nullable(),
  seq: Sequence.describe('Of the stream of the camp'),
});
export type Calibration = z.infer<typeof Calibration>;

const inCamp = { campId: Id };
const one = { ...inCamp, calibrationId: Id };

export const calibrations = {
  start: endpoint({
    method: 'POST',
    path: '/camps/:campId/calibrations',
    access: 'signed-in',
    status: 202,
    input: z.strictObject({ ...inCamp, track: Slug }),
    output: Calibration,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary:
      "Estimate the parameters of a track's questions from the camp's answers; progress comes by its stream (staff)",
  }),
  list: endpoint({
    method: 'GET',
    path: '/camps/:campId/calibrations',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp }),
    output: z.object({
      items: z.array(CalibrationSummary),
      tracks: z
        .array(z.object({ id: Slug, title: z.string(), learners: z.number().int(), answers: z.number().int() }))
        .describe(`What there is to calibrate from; a track needs ${LEAST_LEARNERS} learners`),
      seq: Sequence.describe('Of the stream of the camp'),
    }),
    errors: ['forbidden', 'not_found'],
    summary: 'The calibrations of the camp, newest first (staff)',
  }),
  get: endpoint({
    method: 'GET',
    path: '/camps/:campId/calibrations/:calibrationId',
    access: 'signed-in',
    input: z.strictObject({ ...one }),
    output: Calibration,
    errors: ['forbidden', 'not_found'],
    summary: 'A calibration, its progress and what it proposes (staff)',
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/camps/:campId/calibrations/:calibrationId/cancel',
    access: 'signed-in',
    input: z.strictObject({ ...one }),
    output: Calibration,
    errors: ['forbidden', 'not_found', 'conflict'],
    summary: 'Stop it (staff)',
  }),
  apply: endpoint({
    method: 'POST',
    path: '/camps/:campId/calibrations/:calibrationId/apply',
    access: 'signed-in',
    input: z.strictObject({
      ...one,
      items: z.array(Id).min(1).max(2000).optional().describe('Which questions take what is proposed; all unless told'),
    }),
    output: Calibration,
    errors: ['forbidden', 'not_found', 'conflict', 'invalid_input'],
    summary: 'Take the proposed parameters for attempts that start from now on (staff)',
  }),
};
