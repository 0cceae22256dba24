import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Metrics } from '../../../platform/telemetry/index.js';
import { CountWaiting } from '../app/attempts/count-waiting.js';

/** What Prometheus reads from the database when it looks. */
@Injectable()
export class AssessmentMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly waiting: CountWaiting,
  ) {}

  onModuleInit(): void {
    this.metrics.sampled('tailcamp_attempts_open', 'Attempts at an assessment that are open', () =>
      this.waiting.openAttempts(),
    );
    this.metrics.sampled('tailcamp_written_answers_pending', 'Written answers that nobody has graded yet', () =>
      this.waiting.ungradedAnswers(),
    );
  }
}
