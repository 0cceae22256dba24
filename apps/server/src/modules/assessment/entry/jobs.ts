import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Outbox } from '../../../platform/outbox/index.js';
import { Queue } from '../../../platform/queue/index.js';
import { CAMP_COPIED, CAMP_REMOVED, MEMBER_LEFT } from '../../camps/index.js';
import { FollowCamp } from '../app/follow-camp.js';
import { CALIBRATE, END_ATTEMPTS, END_LOST_CALIBRATIONS, LIMIT_EXPOSURE, PROPOSE_GRADE } from '../app/jobs.js';

const EVERY_MINUTE = 60_000;

/** Which use case does which job, and what is done when camps tell of something. */
@Injectable()
export class AssessmentJobs implements OnModuleInit {
  constructor(
    private readonly queue: Queue,
    private readonly outbox: Outbox,
    private readonly follow: FollowCamp,
    private readonly nest: ModuleRef,
  ) {}

  onModuleInit(): void {
    this.queue.handle(LIMIT_EXPOSURE, async () => {
      const { LimitExposure } = await import('../app/attempts/limit-exposure.js');
      const useCase = await this.nest.create(LimitExposure);
      return (payload) => useCase.run(payload);
    });
    this.queue.handle(END_ATTEMPTS, async () => {
      const { EndAttempts } = await import('../app/attempts/end-attempts.js');
      const useCase = await this.nest.create(EndAttempts);
      return () => useCase.run();
    });
    this.queue.schedule(END_ATTEMPTS, EVERY_MINUTE, {});
    this.queue.handle(CALIBRATE, async () => {
      const { PerformCalibration } = await import('../app/calibration/perform-calibration.js');
      const useCase = await this.nest.create(PerformCalibration);
      return (payload, run) => useCase.run(payload, run);
    });
    this.queue.handle(END_LOST_CALIBRATIONS, async () => {
      const { EndLostCalibrations } = await import('../app/calibration/end-lost-calibrations.js');
      const useCase = await this.nest.create(EndLostCalibrations);
      return () => useCase.run();
    });
    this.queue.schedule(END_LOST_CALIBRATIONS, EVERY_MINUTE, {});
    this.queue.handle(PROPOSE_GRADE, async () => {
      const { ProposeGrade } = await import('../app/grading/propose-grade.js');
      const useCase = await this.nest.create(ProposeGrade);
      return (payload, run) => useCase.run(payload, run);
    });
    this.outbox.on(CAMP_COPIED, ({ from, to }) => this.follow.campCopied(from, to));
    this.outbox.on(CAMP_REMOVED, ({ campId }) => this.follow.campRemoved(campId));
    this.outbox.on(MEMBER_LEFT, ({ memberId }) => this.follow.memberLeft(memberId));
  }
}
