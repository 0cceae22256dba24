import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Outbox } from '../../../platform/outbox/index.js';
import { Queue } from '../../../platform/queue/index.js';
import { CAMP_COPIED, CAMP_REMOVED, MEMBER_LEFT } from '../../camps/index.js';
import { GROUPS_ARRANGED, GROUPS_FORMED } from '../../groups/index.js';
import { DescribeGroups } from '../app/describe-groups.js';
import { FollowCamp } from '../app/follow-camp.js';
import { END_LOST_RUNS, LOOK_AT_QUEUE, PERFORM_RUN, SWEEP_QUEUES } from '../app/jobs.js';

const EVERY_MINUTE = 60_000;

/** Which use case does which job, and what is done when camps tell of something. */
@Injectable()
export class MatchingJobs implements OnModuleInit {
  constructor(
    private readonly queue: Queue,
    private readonly outbox: Outbox,
    private readonly follow: FollowCamp,
    private readonly describe: DescribeGroups,
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
    this.queue.handle(LOOK_AT_QUEUE, async () => {
      const { LookAtQueue } = await import('../app/queue/look-at-queue.js');
      const useCase = await this.nest.create(LookAtQueue);
      return (payload, run) => useCase.run(payload, run);
    });
    this.queue.handle(SWEEP_QUEUES, async () => {
      const { SweepQueues } = await import('../app/queue/sweep-queues.js');
      const useCase = await this.nest.create(SweepQueues);
      return () => useCase.run();
    });
    this.queue.schedule(SWEEP_QUEUES, EVERY_MINUTE, {});
    this.outbox.on(CAMP_COPIED, ({ from, to }) => this.follow.campCopied(from, to));
    this.outbox.on(MEMBER_LEFT, ({ campId, memberId }) => this.follow.memberLeft(campId, memberId));
    this.outbox.on(GROUPS_FORMED, ({ campId }) => this.follow.groupsFormed(campId));
    this.outbox.on(GROUPS_ARRANGED, ({ campId, joined, left }) =>
      this.describe.run(campId, new Set([...joined, ...left].map(({ groupId }) => groupId))),
    );
    this.outbox.on(CAMP_REMOVED, ({ campId }) => this.follow.campRemoved(campId));
  }
}
