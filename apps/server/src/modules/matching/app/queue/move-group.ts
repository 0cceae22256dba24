import { Injectable } from '@nestjs/common';
import type { MyQueue, ParsedInputOf, queue } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError } from '../../../../kernel/app-error.js';
import { Database } from '../../../../platform/database/index.js';
import { Regroup, StandingGroups } from '../../../groups/index.js';
import { GroupChoices } from './group-choices.js';
import { GetMyQueue } from './my-queue.js';
import { Placing } from './placing.js';
import { QueueChanges } from './queue-changes.js';

/** Leaves a group that has become too small, for one of the choices that its members are offered. */
@Injectable()
export class MoveGroup {
  constructor(
    private readonly database: Database,
    private readonly regroup: Regroup,
    private readonly groups: StandingGroups,
    private readonly choices: GroupChoices,
    private readonly placing: Placing,
    private readonly changes: QueueChanges,
    private readonly mine: GetMyQueue,
  ) {}

  async run(actor: Actor, { campId, to }: ParsedInputOf<typeof queue.move>): Promise<MyQueue> {
    const { memberId } = await this.mine.self(actor, campId);
    const from = (await this.groups.of([memberId])).get(memberId);
    const choices = from === undefined ? null : await this.choices.of(campId, memberId);
    const offered = to === 'queue' ? choices?.queue : choices?.groups.some(({ groupId }) => groupId === to);
    if (!offered) throw new AppError('conflict', { detail: 'This is none of the choices that you have.' });
    const place = to === 'queue' ? null : await this.placing.check(campId, to, memberId);
    await this.database.transaction(async (tx) => {
      const { settings } = await this.changes.lock(tx, campId);
      const now = (await this.groups.of([memberId], tx)).get(memberId);
      if (now?.id !== from?.id || (place === null && settings?.mode !== 'continuous')) {
        throw new AppError('conflict', { detail: 'Your group was changed in this moment; look again.' });
      }
      await this.regroup.leave(tx, memberId, actor.kind === 'user' ? actor.userId : null);
      if (place === null) await this.changes.join(tx, campId, memberId);
      else await this.placing.make(tx, place);
    });
    return this.mine.run(actor, { campId });
  }
}
