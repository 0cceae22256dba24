import { Injectable } from '@nestjs/common';
import type { Policy } from '@tailcamp/contracts';
import { AppError } from '../../../../kernel/app-error.js';
import { type Evaluated, Solver, SolverRefusal } from '../../../../platform/solver/index.js';
import { countMoved, problemsOf, type ScenarioContent } from '../../domain/scenario.js';
import { type RunRow, RunStore, type Snapshot } from '../../store/run-store.js';
import type { ScenarioFigures } from '../../store/scenario-store.js';
import { Cohorts } from '../cohorts.js';

export interface Scored {
  figures: ScenarioFigures;
  evaluated: Evaluated;
  policy: Policy;
}

/** Holds arrangements against the students of their run, and scores them: what a browser says of scores is not asked. */
@Injectable()
export class Arrangements {
  constructor(
    private readonly runs: RunStore,
    private readonly cohorts: Cohorts,
    private readonly solver: Solver,
  ) {}

  /** @throws AppError `invalid_input` naming the group or student, or the field of the policy that fits nobody */
  async score(run: RunRow, content: ScenarioContent): Promise<Scored> {
    const { cohort } = await this.checked(run, content);
    const policy = content.policy ?? run.policy;
    const evaluated = await this.evaluate({ policy, cohort, groups: content.groups });
    const { objective, worst, hardViolations } = evaluated;
    const before = (await this.runs.result(run.id))?.report.groups ?? [];
    const figures = {
      objective,
      worst,
      hardViolations: hardViolations.length,
      moved: countMoved(before, content.groups),
    };
    return { figures, evaluated, policy };
  }

  /** The students of the run. @throws AppError `invalid_input` naming the group or student */
  private async checked(run: RunRow, content: ScenarioContent): Promise<Snapshot> {
    const snapshot = await this.runs.snapshot(run.id);
    const fields = problemsOf(content, this.cohorts.memberIds(snapshot.cohort));
    if (fields.length > 0) throw new AppError('invalid_input', { fields });
    return snapshot;
  }

  private async evaluate(input: Parameters<Solver['evaluate']>[0]): Promise<Evaluated> {
    try {
      return await this.solver.evaluate(input);
    } catch (error) {
      if (!(error instanceof SolverRefusal)) throw error;
      throw new AppError('invalid_input', { fields: [{ field: 'policy', message: error.message }] });
    }
  }
}
