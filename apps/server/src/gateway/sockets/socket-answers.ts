import { Injectable } from '@nestjs/common';
import type { Problem } from '@tailcamp/contracts';
import type { z } from 'zod';
import { AppError } from '../../kernel/app-error.js';
import { Log } from '../../platform/telemetry/index.js';
import { fieldProblems } from '../input.js';
import { problemOf, toAppError } from '../problem.js';

export type Refused = { ok: false; problem: Problem };

/** Answers what a client says on its socket, with an error of the one table where it is refused. */
@Injectable()
export class SocketAnswers {
  constructor(private readonly log: Log) {}

  async to<T extends object>(work: () => Promise<T>): Promise<({ ok: true } & T) | Refused> {
    try {
      return { ok: true, ...(await work()) };
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.status >= 500) this.log.error({ err: error.cause ?? error, code: error.code }, 'socket event failed');
      return { ok: false, problem: problemOf(error) };
    }
  }
}

/** @throws AppError `invalid_input` */
export function parseSaid<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid_input', { fields: fieldProblems(parsed.error) });
}
