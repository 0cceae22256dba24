import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { SYSTEM } from '../../../kernel/actor.js';
import { job, Queue } from '../../../platform/queue/index.js';
import { ForgetExpired } from '../app/forget-expired.js';

const forgetExpired = job({ name: 'identity.forget-expired', payload: z.strictObject({}) });
const HOUR_MS = 3_600_000;

@Injectable()
export class IdentityJobs implements OnModuleInit {
  constructor(
    private readonly queue: Queue,
    private readonly forget: ForgetExpired,
  ) {}

  onModuleInit(): void {
    this.queue.handle(forgetExpired, async () => () => this.forget.run(SYSTEM));
    this.queue.schedule(forgetExpired, HOUR_MS, {});
  }
}
