import { Injectable } from '@nestjs/common';
import type { Accommodation, assessmentSettings, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { notFound, stale } from '../../../../kernel/app-error.js';
import { Database, type Sql } from '../../../../platform/database/index.js';
import { Streams } from '../../../../platform/streams/index.js';
import { CampAccess, Roster } from '../../../camps/index.js';
import { AttemptStore } from '../../store/attempts/attempt-store.js';
import { SettingsStore } from '../../store/attempts/settings-store.js';
import { CampRules } from './camp-rules.js';

const MINUTE = 60_000;

/** Who of a camp has more time. */
@Injectable()
export class ListAccommodations {
  constructor(
    private readonly access: CampAccess,
    private readonly roster: Roster,
    private readonly store: SettingsStore,
  ) {}

  async run(
    actor: Actor,
    { campId }: ParsedInputOf<typeof assessmentSettings.accommodations>,
  ): Promise<OutputOf<typeof assessmentSettings.accommodations>> {
    await this.access.require(actor, campId, 'assessment.manage');
    const factors = await this.store.timeFactors(campId);
    const names = await this.roster.names([...factors.keys()]);
    const items = [...factors].flatMap(([memberId, { value: timeFactor, version }]) => {
      const name = names.get(memberId);
      return name === undefined ? [] : [{ memberId, name, timeFactor, version }];
    });
    return { items: items.sort((a, b) => a.name.localeCompare(b.name)) };
  }
}

/** Gives a member more time, in attempts that are open too. */
@Injectable()
export class Accommodate {
  constructor(
    private readonly database: Database,
    private readonly streams: Streams,
    private readonly access: CampAccess,
    private readonly roster: Roster,
    private readonly rules: CampRules,
    private readonly store: SettingsStore,
    private readonly attempts: AttemptStore,
  ) {}

  async run(
    actor: Actor,
    { campId, memberId, timeFactor, version }: ParsedInputOf<typeof assessmentSettings.accommodate>,
  ): Promise<Accommodation> {
    await this.access.require(actor, campId, 'assessment.manage');
    const member = (await this.roster.members(campId)).find(({ id, role }) => id === memberId && role === 'student');
    if (member === undefined) throw notFound('The student');
    const saved = await this.database.transaction(async (tx) => {
      if (!(await this.store.accommodate(tx, campId, memberId, timeFactor, version))) return false;
      await this.extend(tx, campId, memberId, member.userId);
      return true;
    });
    if (!saved) {
      const now = (await this.store.timeFactors(campId)).get(memberId);
      throw stale({ memberId, name: member.name, timeFactor: now?.value ?? 1, version: now?.version ?? 0 });
    }
    return { memberId, name: member.name, timeFactor, version: version + 1 };
  }

  /** An open attempt has its time from its own beginning; one that had no limit keeps none. */
  private async extend(tx: Sql, campId: string, memberId: string, userId: string | null): Promise<void> {
    const minutes = await this.rules.minutesFor(campId, memberId, tx);
    for (const { id, campId: camp, state, startedAt, endsAt } of await this.attempts.ofMember(
      memberId,
      undefined,
      tx,
    )) {
      if (state !== 'open' || endsAt === null || minutes === null) continue;
      await this.attempts.change(tx, id, { endsAt: new Date(startedAt.getTime() + minutes * MINUTE) });
      const answered = (await this.attempts.answers(id, tx)).filter(({ answer }) => answer !== null).length;
      const data = { campId: camp, attemptId: id, state, answered } as const;
      if (userId !== null) await this.streams.append(tx, `user:${userId}`, 'attempt.changed', data);
    }
  }
}
