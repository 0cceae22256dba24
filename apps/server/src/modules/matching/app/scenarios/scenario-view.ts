import { Injectable } from '@nestjs/common';
import type { Scenario, ScenarioSummary } from '@tailcamp/contracts';
import { notFound } from '../../../../kernel/app-error.js';
import { Streams } from '../../../../platform/streams/index.js';
import { type ScenarioRow, ScenarioStore } from '../../store/scenario-store.js';

/** Scenarios as staff see them; nobody else sees any. */
@Injectable()
export class ScenarioView {
  constructor(
    private readonly store: ScenarioStore,
    private readonly streams: Streams,
  ) {}

  summary(row: ScenarioRow): ScenarioSummary {
    const { id, campId, runId, runNumber, objective, worst, hardViolations, moved, version } = row;
    return {
      id,
      campId,
      runId,
      runNumber,
      name: row.content.name,
      objective,
      worst,
      hardViolations,
      moved,
      published: row.publishedVersion === version,
      version,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    };
  }

  /** @throws AppError `not_found` when the camp has no such scenario */
  async one(campId: string, scenarioId: string): Promise<Scenario> {
    const seq = await this.streams.sequence(`camp:${campId}`);
    const row = await this.row(campId, scenarioId);
    return { ...this.summary(row), ...row.content, solving: row.solving, seq };
  }

  /** @throws AppError `not_found` when the camp has no such scenario */
  async row(campId: string, scenarioId: string): Promise<ScenarioRow> {
    const row = await this.store.find(campId, scenarioId);
    if (row === null) throw notFound('The scenario');
    return row;
  }
}
