import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Queue } from '../../platform/queue/index.js';
import { Metrics } from '../../platform/telemetry/index.js';

/** What Prometheus scrapes. */
@Controller()
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly queue: Queue,
  ) {}

  @Get('/metrics')
  async scrape(@Res() reply: FastifyReply): Promise<void> {
    await this.measureQueue();
    const text = await this.metrics.registry.metrics();
    await reply
      .header('content-type', this.metrics.registry.contentType)
      .header('cache-control', 'no-store')
      .send(text);
  }

  /** A database that is down must not take the other measurements along. */
  private async measureQueue(): Promise<void> {
    this.metrics.queueDepth.reset();
    const depth = await this.queue.depth().catch(() => null);
    for (const [state, jobs] of Object.entries(depth ?? {})) this.metrics.queueDepth.set({ state }, jobs);
  }
}
