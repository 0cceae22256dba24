import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Outbox } from '../../../platform/outbox/index.js';
import { Queue } from '../../../platform/queue/index.js';
import { CAMP_COPIED, CAMP_REMOVED } from '../../camps/index.js';
import { FollowCamp } from '../app/follow-camp.js';
import { END_LOST_RUNS, PERFORM_RUN } from '../app/jobs.js';

const EVERY_MINUTE = 60_000;

/** Which use case does which job, and what is done when camps tell of something. */
@Injectable()
export class MatchingJobs implements OnModuleInit {
  constructor(
    private readonly queue: Queue,
    private readonly outbox: Outbox,
    private readonly follow: FollowCamp,
    private readonly nest: ModuleRef,
  ) {}

  onModuleInit(): void {
    this.queue.handle(PERFORM_RUN, async () => {
      const { PerformRun } = await import('../app/perform-run.js');
      const useCase = await this.nest.create(PerformRun);
      return (payload, run) => useCase.run(payload, run);
    });
    this.queue.handle(END_LOST_RUNS, async () => {
      const { EndLostRuns } = await import('../app/end-lost-runs.js');
      const useCase = await this.nest.create(EndLostRuns);
      return () => useCase.run();
    });
    this.queue.schedule(END_LOST_RUNS, EVERY_MINUTE, {});
    this.outbox.on(CAMP_COPIED, ({ from, to }) => this.follow.campCopied(from, to));
    this.outbox.on(CAMP_REMOVED, ({ campId }) => this.follow.campRemoved(campId));
  }
}
