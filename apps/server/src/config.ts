import { z } from 'zod';

/**
 * The only reader of the environment. Each key has a description and, where it makes sense, a default;
 * docs/configuration.md is generated from this table.
 */
const environment = z.object({
  DATABASE_URL: z
    .string()
    .optional()
    .describe('PostgreSQL 15+ with pgvector. Without it an embedded database lives in the data directory'),
  REDIS_URL: z
    .string()
    .optional()
    .describe('Redis 7+ for queue, events, cache and locks. Without it they live in this process and its database'),
  ENCRYPTION_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/_-]{43}=?$/, 'Give 32 bytes in base64')
    .optional()
    .describe(
      'The key that personal data is encrypted with: 32 bytes in base64. Without it one is made in the data directory',
    ),
  PUBLIC_URL: z.url().optional().describe('The address people use, such as https://camp.example.org'),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .describe('Addresses or networks, by comma, whose X-Forwarded-For is believed'),
  ALLOW_INSECURE_HTTP: z.stringbool().default(false).describe('Serve plain http beyond loopback'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('How much is logged'),
  LOG_FILE: z
    .string()
    .optional()
    .describe(
      'Where logs go. Without it: tailcamp.log in the data directory beside an embedded database, else standard error',
    ),
  BODY_LIMIT_MB: z.coerce.number().min(1).max(50).default(6).describe('The largest request body, in MB'),
  RATE_READ: z.coerce.number().int().min(1).default(600).describe('Reads a minute for one caller'),
  RATE_WRITE: z.coerce.number().int().min(1).default(120).describe('Writes a minute for one caller'),
  RATE_SIGN_IN: z.coerce.number().int().min(1).default(20).describe('Sign-in attempts a minute for one address'),
  RATE_UPLOAD: z.coerce.number().int().min(1).default(20).describe('Uploads a minute for one caller'),
  MATCHING_SOLVER_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('A matching service, such as services/matching-python. Without it the built-in engine forms the groups'),
  MATCHING_SOLVER_SECONDS: z.coerce
    .number()
    .min(1)
    .max(3600)
    .default(30)
    .describe('How long the matching service may search'),
  SOLVER_WORKERS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe(
      'Threads that share the forming of groups of a large cohort. Without it one for each core but one, 4 at most',
    ),
  SOLVER_HELPERS: z.coerce
    .number()
    .int()
    .min(0)
    .max(64)
    .default(4)
    .describe(
      'Other worker processes that help to form the groups of one large cohort, where there is Redis; 0 for none',
    ),
  SOLVER_SHARE_FROM: z.coerce
    .number()
    .int()
    .min(1)
    .default(50_000)
    .describe('Students from which on other worker processes are asked to help'),
  JOB_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(2).describe('Jobs that one worker runs at once'),
  NODE_ENV: z
    .enum(['production', 'development', 'test'])
    .default('production')
    .describe('Anything but production opens the GraphQL explorer and introspection'),
});

const flags = z.object({
  role: z.enum(['all', 'web', 'api', 'worker']).default('all'),
  port: z.coerce.number().int().min(0).max(65_535).default(3000),
  host: z.string().default('127.0.0.1'),
  data: z.string().default('./data'),
  demo: z.boolean().default(true),
});

export const ENVIRONMENT = environment.shape;
export type Config = z.infer<typeof environment> & z.infer<typeof flags>;
export type Flags = z.input<typeof flags>;

/** The token by which the configuration is injected. */
export const CONFIG = Symbol('config');

export class ConfigError extends Error {}

/** @throws ConfigError with one line for each setting that is wrong */
export function readConfig(given: Flags = {}, env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const known = Object.fromEntries(
    Object.keys(environment.shape).flatMap((key) => (env[key] ? [[key, env[key]]] : [])),
  );
  const parsed = z.object({ ...environment.shape, ...flags.shape }).safeParse({ ...known, ...given });
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigError(`The configuration is wrong. ${lines.join('; ')}`);
}
