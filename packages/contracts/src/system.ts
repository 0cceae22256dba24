import { z } from 'zod';
import { endpoint, Nothing } from './endpoint.js';

export const Health = z.object({
  status: z.enum(['ok', 'degraded']),
  version: z.string(),
  role: z.enum(['all', 'web', 'api', 'worker']),
  checks: z.record(z.string(), z.object({ ok: z.boolean(), detail: z.string().optional() })),
});
export type Health = z.infer<typeof Health>;

export const system = {
  health: endpoint({
    method: 'GET',
    path: '/health',
    access: 'public',
    input: Nothing,
    output: Health,
    errors: [],
    summary: 'How the service and what it needs are',
  }),
  live: endpoint({
    method: 'GET',
    path: '/health/live',
    access: 'public',
    input: Nothing,
    output: z.object({ status: z.literal('ok') }),
    errors: [],
    summary: 'Whether the process runs',
  }),
  ready: endpoint({
    method: 'GET',
    path: '/health/ready',
    access: 'public',
    input: Nothing,
    output: Health,
    errors: ['unavailable'],
    summary: 'Whether it can serve; 503 until then',
  }),
};
