import { Injectable } from '@nestjs/common';
import type { Run, RunSummary } from '@tailcamp/contracts';
import { notFound } from '../../../kernel/app-error.js';
import { Streams } from '../../../platform/streams/index.js';
import { type RunRow, RunStore } from '../store/run-store.js';

/** Runs as staff see them; nobody else sees any. */
@Injectable()
export class RunView {
  constructor(
    private readonly store: RunStore,
    private readonly streams: Streams,
  ) {}

  summary(row: RunRow): RunSummary {
    const { id, campId, number, state, seed, students, groups, objective, worst, hardViolations } = row;
    const figures = { groups, objective, worst, hardViolations };
    const finishedAt = row.finishedAt?.toISOString() ?? null;
    return {
      id,
      campId,
      number,
      state,
      seed,
      students,
      ...figures,
      solver: row.solver,
      createdAt: row.createdAt.toISOString(),
      finishedAt,
    };
  }

  /** @throws AppError `not_found` when the camp has no such run */
  async one(campId: string, runId: string): Promise<Run> {
    const seq = await this.streams.sequence(`camp:${campId}`);
    const row = await this.store.find(runId);
    if (row?.campId !== campId) throw notFound('The run');
    const result = await this.store.result(runId);
    const previous = await this.store.previous(row);
    const { policy, phase, moves, of, curve, problem } = row;
    return {
      ...this.summary(row),
      policy,
      phase,
      moves,
      of,
      curve,
      problem,
      report: result?.report ?? null,
      names: result?.names ?? {},
      pairs: result?.pairs ?? {},
      free: result?.free ?? {},
      previous: previous && {
        number: previous.number,
        objective: previous.objective ?? 0,
        worst: previous.worst ?? 0,
      },
      seq,
    };
  }
}
