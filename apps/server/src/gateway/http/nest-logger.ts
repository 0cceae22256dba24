import type { LoggerService } from '@nestjs/common';
import type { Logger } from '../../platform/telemetry/index.js';

/** What Nest says of itself, in our logs; its talk at start is for debugging. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.debug({ from: rest.at(-1) }, String(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn({ from: rest.at(-1) }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    const from = { from: rest.at(-1) };
    if (message instanceof Error) this.logger.error({ ...from, err: message }, message.message);
    else this.logger.error({ ...from, stack: rest.length > 1 ? rest[0] : undefined }, String(message));
  }
}
