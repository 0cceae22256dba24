import { API, API_PREFIX, type Endpoint, ERRORS, type ErrorCode, Problem, pathParameters } from '@tailcamp/contracts';
import { z } from 'zod';
import { PROBLEM_TYPE } from '../problem.js';

/** What we use of JSON Schema 2020-12, which is what OpenAPI 3.1 takes. */
export interface JsonSchema {
  type?: string | string[];
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  [keyword: string]: unknown;
}
export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: JsonSchema;
}
interface Content {
  content: Record<string, { schema: JsonSchema }>;
}
export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  security: Record<string, string[]>[];
  parameters: Parameter[];
  requestBody?: Content & { required: true };
  responses: Record<string, { description: string } & Partial<Content>>;
}
export interface OpenApi {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } };
  servers: { url: string }[];
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, Record<string, string>> };
}

const IN_QUERY: ReadonlySet<string> = new Set(['GET', 'DELETE']);
/** What any call may be answered with, whatever its endpoint declares. */
const ALWAYS: readonly ErrorCode[] = ['too_many_requests', 'unavailable', 'internal'];
const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Of your own choice. The same key and body within 24 hours get the same answer, and nothing happens twice.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

/** The whole API as OpenAPI 3.1, made of the contracts and nothing else. */
export function openApiDocument(version: string): OpenApi {
  const paths: OpenApi['paths'] = {};
  for (const [module, endpoints] of Object.entries(API)) {
    for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
      const path = API_PREFIX + endpoint.path.replace(/:(\w+)/g, '{$1}');
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(module, name, endpoint) };
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'TailCamp',
      version,
      description: 'Errors are RFC 9457 problems with a stable `code`. Lists use cursors. Times are ISO 8601 in UTC.',
      license: { name: 'AGPL-3.0-only', identifier: 'AGPL-3.0-only' },
    },
    servers: [{ url: '/' }],
    tags: Object.keys(API).map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: 'tailcamp_access',
          description: '`__Host-tailcamp_access` under TLS',
        },
      },
    },
  };
}

function operationOf(module: string, name: string, endpoint: Endpoint): Operation {
  const input = schemaOf(endpoint.input, 'input');
  const inPath = pathParameters(endpoint.path);
  const rest = without(input, inPath);
  const byQuery = IN_QUERY.has(endpoint.method);
  const given = Object.keys(rest.properties ?? {});
  return {
    operationId: `${module}.${name}`,
    tags: [module],
    summary: endpoint.summary,
    security: endpoint.access === 'public' ? [] : [{ bearer: [] }, { cookie: [] }],
    parameters: [
      ...inPath.map((each) => parameter(input, each, 'path')),
      ...(byQuery ? given.map((each) => parameter(input, each, 'query')) : []),
      ...(endpoint.method === 'POST' && module !== 'identity' ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(byQuery || given.length === 0
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: rest } } } }),
    responses: responsesOf(endpoint),
  };
}

function responsesOf(endpoint: Endpoint): Operation['responses'] {
  const responses: Operation['responses'] = {
    [endpoint.status]: {
      description: 'Done',
      content: { [endpoint.media ?? 'application/json']: { schema: schemaOf(endpoint.output, 'output') } },
    },
  };
  const signedIn: ErrorCode[] = endpoint.access === 'public' ? [] : ['not_signed_in', 'session_ended'];
  const codes = [...new Set<ErrorCode>([...endpoint.errors, 'invalid_input', ...signedIn, ...ALWAYS])];
  for (const code of codes.sort((one, other) => ERRORS[one].status - ERRORS[other].status)) {
    const line = `\`${code}\`: ${ERRORS[code].title}`;
    const before = responses[ERRORS[code].status]?.description;
    responses[ERRORS[code].status] = {
      description: before === undefined ? line : `${before}\n\n${line}`,
      content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return responses;
}

function parameter(input: JsonSchema, name: string, where: 'path' | 'query'): Parameter {
  const { description, ...schema } = input.properties?.[name] ?? {};
  const required = where === 'path' || (input.required ?? []).includes(name);
  return { name, in: where, required, ...(description === undefined ? {} : { description }), schema };
}

function without(schema: JsonSchema, names: string[]): JsonSchema {
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).filter(([name]) => !names.includes(name)),
  );
  const required = (schema.required ?? []).filter((name) => !names.includes(name));
  const { required: _, ...rest } = schema;
  return { ...rest, properties, ...(required.length === 0 ? {} : { required }) };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' });
  return made as JsonSchema;
}
