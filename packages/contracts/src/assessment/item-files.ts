import { z } from 'zod';
import { endpoint, Id } from '../endpoint.js';
import { ContentImport } from './graph.js';
import { Slug } from './skills.js';

const inCamp = { campId: Id };

/** Questions as files. */
export const itemFiles = {
  import: endpoint({
    method: 'POST',
    path: '/camps/:campId/items/import',
    access: 'signed-in',
    rate: 'upload',
    input: z.strictObject({
      ...inCamp,
      fileName: z.string().min(1).max(255),
      content: z.string().min(1).max(5_000_000).describe('Text; a QTI package (.zip) in base64'),
      skill: Slug.optional().describe('For questions whose file names no skill'),
    }),
    output: ContentImport,
    errors: ['forbidden', 'not_found', 'invalid_file', 'too_large'],
    summary:
      'Read questions from YAML, CSV or QTI 2.1 or 3.0; what cannot be read is listed, the rest is taken (staff)',
  }),
  exportCsv: endpoint({
    method: 'GET',
    path: '/camps/:campId/items.csv',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, track: Slug.optional() }),
    output: z.string(),
    media: 'text/csv',
    errors: ['forbidden', 'not_found'],
    summary: 'The questions of the camp as CSV (staff)',
  }),
  exportYaml: endpoint({
    method: 'GET',
    path: '/camps/:campId/items.yaml',
    access: 'signed-in',
    input: z.strictObject({ ...inCamp, track: Slug.optional() }),
    output: z.string(),
    media: 'application/yaml',
    errors: ['forbidden', 'not_found'],
    summary: 'The questions of the camp as YAML (staff)',
  }),
};
