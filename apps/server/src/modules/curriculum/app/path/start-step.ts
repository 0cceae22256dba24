import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../kernel/clock.js';
import type { Sql } from '../../../../platform/database/index.js';
import { dayIn, weekOf } from '../../domain/path/calendar.js';
import { PathStore } from '../../store/paths/path-store.js';
import type { CampInTime } from './curricula.js';
import { TellPath } from './tell-path.js';

/** Begins a step of a path, in the week that it is: from then on no plan moves it. */
@Injectable()
export class StartStep {
  constructor(
    private readonly clock: Clock,
    private readonly store: PathStore,
    private readonly tell: TellPath,
  ) {}

  /** Changes nothing where the skill is no step, or begun already. */
  async within(tx: Sql, { id: campId, timeZone }: CampInTime, memberId: string, skill: string): Promise<void> {
    const path = await this.store.lock(tx, memberId);
    if (path === null) return;
    const startedAt = this.clock.now();
    const now = weekOf(path.startsOn, dayIn(timeZone, startedAt));
    const steps = await this.store.steps(memberId, tx);
    if (!steps.some((step) => step.skill === skill && step.state === 'planned')) return;
    const begun = steps.map((step) =>
      step.skill === skill ? { ...step, state: 'started' as const, startedAt, week: Math.min(step.week, now) } : step,
    );
    await this.store.setSteps(tx, memberId, inWeeks(begun));
    await this.tell.changed(tx, { campId, memberId, version: await this.store.change(tx, memberId, {}) });
  }
}

/** In the order of their weeks; what stood before something else of its week still does. */
const inWeeks = <T extends { week: number }>(steps: readonly T[]): T[] => steps.toSorted((a, b) => a.week - b.week);
