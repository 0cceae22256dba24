import { Injectable } from '@nestjs/common';
import type { classPaths, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { AppError, notFound } from '../../../../kernel/app-error.js';
import { Clock } from '../../../../kernel/clock.js';
import { Database } from '../../../../platform/database/index.js';
import { TaughtContent } from '../../../assessment/index.js';
import { CampAccess, Roster } from '../../../camps/index.js';
import { dayIn } from '../../domain/path/calendar.js';
import { PathStore } from '../../store/paths/path-store.js';
import { TellPath } from '../path/tell-path.js';

/** Gives a step another last day, for some students or for all who have it. */
@Injectable()
export class ExtendStep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: CampAccess,
    private readonly roster: Roster,
    private readonly taught: TaughtContent,
    private readonly paths: PathStore,
    private readonly tell: TellPath,
  ) {}

  async run(
    actor: Actor,
    { campId, skill, memberIds, until }: ParsedInputOf<typeof classPaths.extend>,
  ): Promise<OutputOf<typeof classPaths.extend>> {
    const { camp } = await this.access.require(actor, campId, 'curriculum.manage');
    if (!(await this.taught.skills(campId)).some(({ id }) => id === skill)) throw notFound('The skill');
    if (until !== null && until < dayIn(camp.timeZone, this.clock.now()))
      throw new AppError('invalid_input', { fields: [{ field: 'until', message: 'That day is over' }] });
    const members = new Set((await this.roster.members(campId)).map(({ id }) => id));
    const strangers = (memberIds ?? []).flatMap((id, at) =>
      members.has(id) ? [] : [{ field: `memberIds.${at}`, message: 'Not a member of this camp' }],
    );
    if (strangers.length > 0) throw new AppError('invalid_input', { fields: strangers });
    const steps = await this.database.transaction(async (tx) => {
      const extended = await this.paths.extend(tx, memberIds ?? [...members], skill, until);
      for (const memberId of extended) {
        const version = await this.paths.change(tx, memberId, {});
        await this.tell.changed(tx, { campId, memberId, version });
      }
      return extended.length;
    });
    return { steps };
  }
}
