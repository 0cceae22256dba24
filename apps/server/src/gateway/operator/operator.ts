import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { AppError } from '../../kernel/app-error.js';

/** A command of the machine's owner: a name and what it takes. */
export interface OperatorCommand<Input extends z.ZodType> {
  readonly name: string;
  readonly input: Input;
}

export const operatorCommand = <Input extends z.ZodType>(name: string, input: Input): OperatorCommand<Input> => ({
  name,
  input,
});

type Handler = (input: unknown) => Promise<unknown>;

/**
 * What the command line asks of the server. Whoever may open its socket, or its data directory, owns everything in it; so
 * nothing is asked of them but their input.
 */
@Injectable()
export class Operator {
  readonly #handlers = new Map<string, Handler>();

  handle<Input extends z.ZodType>(
    { name, input }: OperatorCommand<Input>,
    work: (input: z.output<Input>) => Promise<unknown>,
  ): void {
    this.#handlers.set(name, (given) => {
      const parsed = input.safeParse(given);
      if (parsed.success) return work(parsed.data);
      const fields = parsed.error.issues.map(({ path, message }) => ({ field: path.map(String).join('.'), message }));
      throw new AppError('invalid_input', { fields });
    });
  }

  /** @returns what is to be printed, as JSON. @throws AppError, `not_found` for a command that there is none of */
  async run(name: string, input: unknown): Promise<unknown> {
    const handler = this.#handlers.get(name);
    if (handler === undefined) {
      const detail = `The server knows no command "${name}": it may be of another version.`;
      throw new AppError('not_found', { detail });
    }
    return handler(input);
  }
}
