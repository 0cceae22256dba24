import { z } from 'zod';

const tokens = (standard: number) => z.coerce.number().int().min(1000).max(100_000_000).default(standard);
const price = (standard: string) =>
  z
    .string()
    .regex(/^\d+(\.\d+)?\/\d+(\.\d+)?$/, 'Give two numbers, such as 3/15')
    .default(standard);

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
  RATE_MESSAGE: z.coerce.number().int().min(1).default(60).describe('Messages of chat a minute for one caller'),
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
  OPENAI_API_KEY: z
    .string()
    .optional()
    .describe('A key of OpenAI. Without any key everything works by retrieval and rules'),
  OPENAI_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Another server that speaks as OpenAI does, such as http://localhost:11434/v1; it may need no key'),
  OPENAI_MODEL: z.string().default('gpt-5-mini').describe('The language model that is asked there'),
  OPENAI_WINDOW: tokens(128_000).describe('Tokens that a prompt and its reply may take together there'),
  OPENAI_PRICE: price('0.25/2').describe('US dollars there for a million tokens of input/output, for the metrics'),
  OPENAI_EMBEDDINGS: z
    .string()
    .optional()
    .describe(
      'The model there that makes vectors for search, such as text-embedding-3-small. Without it MiniLM in this process',
    ),
  ANTHROPIC_API_KEY: z.string().optional().describe('A key of Anthropic'),
  ANTHROPIC_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Another server that speaks as Anthropic does'),
  ANTHROPIC_MODEL: z.string().default('claude-sonnet-4-5').describe('The language model that is asked there'),
  ANTHROPIC_WINDOW: tokens(200_000).describe('Tokens that a prompt and its reply may take together there'),
  ANTHROPIC_PRICE: price('3/15').describe('US dollars there for a million tokens of input/output, for the metrics'),
  MODEL_ORDER: z
    .string()
    .regex(/^(openai|anthropic)(,(openai|anthropic))?$/, 'Give openai, anthropic, or both by comma')
    .default('anthropic,openai')
    .describe('Who is asked first; the other stands in'),
  MODEL_SECONDS: z.coerce.number().min(1).max(600).default(60).describe('How long a language model may take to answer'),
  MODEL_TOKENS_USER: tokens(200_000).describe('Tokens a day for one person; they begin anew at midnight UTC'),
  MODEL_TOKENS_CAMP: tokens(2_000_000).describe('Tokens a day for all of a camp together'),
  PINECONE_API_KEY: z.string().optional().describe('A key of Pinecone. Without it vectors live in the database'),
  PINECONE_HOST: z
    .string()
    .optional()
    .describe('The host of an index of 384 dimensions with the cosine metric; needed with a key of Pinecone'),
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
  if (parsed.success) return whole(parsed.data);
  const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigError(`The configuration is wrong. ${lines.join('; ')}`);
}

/** @throws ConfigError where one setting needs another */
function whole(config: Config): Config {
  if ((config.PINECONE_API_KEY === undefined) !== (config.PINECONE_HOST === undefined))
    throw new ConfigError('The configuration is wrong. PINECONE_API_KEY and PINECONE_HOST: give both, or none');
  return config;
}
