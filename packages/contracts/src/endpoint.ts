import { z } from 'zod';
import type { ErrorCode } from './errors.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who may call at all. What a signed-in person may do is asked by the use case, of the permission table. */
export type Access = 'public' | 'signed-in';

/** How often one caller may call; the limits stand in the server's configuration. */
export type RateClass = 'read' | 'write' | 'message' | 'sign-in' | 'upload';

export interface Endpoint<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodType = z.ZodType,
  Who extends Access = Access,
> {
  readonly method: Method;
  /** Below `/api/v1`; `:name` takes a segment and must be a field of `input`. */
  readonly path: string;
  readonly access: Who;
  readonly rate: RateClass;
  /** Path parameters and, for GET and DELETE, the query; else the JSON body. Unknown fields are refused. */
  readonly input: Input;
  readonly output: Output;
  /** What the output is sent as: JSON unless told. A file's output is its text; of an event stream it is each event's. */
  readonly media?: 'text/csv' | 'text/calendar' | 'application/yaml' | 'text/event-stream';
  readonly errors: readonly ErrorCode[];
  readonly status: 200 | 201 | 202 | 204;
  readonly summary: string;
}

type Declared<I extends z.ZodObject, O extends z.ZodType, W extends Access> = Omit<
  Endpoint<I, O, W>,
  'rate' | 'status'
> &
  Partial<Pick<Endpoint, 'rate' | 'status'>>;

/** Declares one REST endpoint: route, parsing, access, output check, OpenAPI and the client's types come from it. */
export function endpoint<I extends z.ZodObject, O extends z.ZodType, const W extends Access>(
  declared: Declared<I, O, W>,
): Endpoint<I, O, W> {
  return { rate: declared.method === 'GET' ? 'read' : 'write', status: 200, ...declared };
}

/** An endpoint that answers with events as they come; its output is each event's. */
export type EventStream<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodType = z.ZodType,
  Who extends Access = Access,
> = Endpoint<Input, Output, Who> & { readonly media: 'text/event-stream' };

/** Declares one that is read with GET as server-sent events. */
export const eventStream = <I extends z.ZodObject, O extends z.ZodType, const W extends Access>(
  declared: Omit<Declared<I, O, W>, 'method' | 'media' | 'status'>,
): EventStream<I, O, W> => ({ ...endpoint({ method: 'GET', ...declared }), media: 'text/event-stream' });

export type InputOf<E extends Endpoint> = z.input<E['input']>;
export type ParsedInputOf<E extends Endpoint> = z.output<E['input']>;
export type OutputOf<E extends Endpoint> = z.output<E['output']>;

export const API_PREFIX = '/api/v1';

/** The names of the path's parameters, in order. */
export const pathParameters = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');

export const Nothing = z.strictObject({});

export const Id = z.uuid().describe('A UUID of version 7');
export const Instant = z.iso.datetime().describe('ISO 8601, UTC');
export const Version = z.number().int().min(1).describe('Rises with every change; a stale write gets 409');

/** What a list takes. A cursor is what the page before gave as `next`. */
export const paged = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable().describe('The cursor of the next page') });
