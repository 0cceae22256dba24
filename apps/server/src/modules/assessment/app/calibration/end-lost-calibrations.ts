import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../kernel/clock.js';
import { Database } from '../../../../platform/database/index.js';
import { Queue } from '../../../../platform/queue/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CalibrationStore } from '../../store/calibration/calibration-store.js';

/** A calibration whose job is a dead letter will never finish; ended, it no longer stands in the way of the next one. */
@Injectable()
export class EndLostCalibrations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queue: Queue,
    private readonly streams: Streams,
    private readonly store: CalibrationStore,
  ) {}

  async run(): Promise<void> {
    for (const { id, campId, jobId } of await this.store.open()) {
      const job = await this.queue.find(jobId);
      if (job?.state === 'waiting' || job?.state === 'running') continue;
      await this.database.transaction(async (tx) => {
        if (!(await this.store.end(tx, id, 'failed', 'lost', this.clock.now()))) return;
        const data = { calibrationId: id, state: 'failed' } as const;
        await this.streams.append(tx, `camp:${campId}`, 'calibration.changed', data);
      });
    }
  }
}
