import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Outbox } from '../../../platform/outbox/index.js';
import { Queue } from '../../../platform/queue/index.js';
import { userRemoved } from '../../identity/index.js';
import { ForgetUser } from '../app/forget-user.js';
import { APPLY_IMPORT, DISCARD_IMPORTS } from '../app/import/jobs.js';

const DAILY = 24 * 3_600_000;

/** Which use case does which job, and what is done when other modules tell of something. */
@Injectable()
export class CampsJobs implements OnModuleInit {
  constructor(
    private readonly queue: Queue,
    private readonly outbox: Outbox,
    private readonly forgetUser: ForgetUser,
    private readonly nest: ModuleRef,
  ) {}

  onModuleInit(): void {
    this.queue.handle(APPLY_IMPORT, async () => {
      const { ApplyImport } = await import('../app/import/apply-import.js');
      const useCase = await this.nest.create(ApplyImport);
      return (payload, run) => useCase.run(payload, run);
    });
    this.queue.handle(DISCARD_IMPORTS, async () => {
      const { DiscardImports } = await import('../app/import/discard-imports.js');
      const useCase = await this.nest.create(DiscardImports);
      return () => useCase.run();
    });
    this.queue.schedule(DISCARD_IMPORTS, DAILY, {});
    this.outbox.on(userRemoved, (payload) => this.forgetUser.run(payload));
  }
}
