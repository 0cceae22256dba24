import { Injectable } from '@nestjs/common';
import type { OutputOf, ParsedInputOf, queue } from '@tailcamp/contracts';
import type { Actor } from '../../../../kernel/actor.js';
import { notFound } from '../../../../kernel/app-error.js';
import { CampAccess, Roster } from '../../../camps/index.js';
import { StandingGroups } from '../../../groups/index.js';
import { TicketStore } from '../../store/queue/ticket-store.js';
import { GroupChoices } from './group-choices.js';
import { Placing } from './placing.js';

/** What placing somebody would do, before it is done: a student in each group, or each student in a group. */
@Injectable()
export class PlacesFor {
  constructor(
    private readonly access: CampAccess,
    private readonly roster: Roster,
    private readonly groups: StandingGroups,
    private readonly tickets: TicketStore,
    private readonly placing: Placing,
    private readonly choices: GroupChoices,
  ) {}

  async student(
    actor: Actor,
    { campId, memberId }: ParsedInputOf<typeof queue.placesFor>,
  ): Promise<OutputOf<typeof queue.placesFor>> {
    await this.access.require(actor, campId, 'camp.match');
    const policy = await this.placing.policy(campId);
    const groups = await this.groups.inCamp(campId);
    const member = (await this.roster.members(campId)).find(({ id }) => id === memberId);
    if (member?.role !== 'student') throw notFound('The student');
    const others = groups.filter(({ memberIds }) => !memberIds.includes(memberId));
    const effects = await this.choices.effects(campId, policy, others, [memberId]);
    return {
      memberId,
      name: member.name,
      groups: effects.flatMap(({ group, before, after, breaks }) => {
        const found = others.find(({ id }) => id === group);
        if (found === undefined) return [];
        const { name, memberIds } = found;
        return [{ groupId: group, name, size: memberIds.length, before, after, breaks: [...breaks] }];
      }),
    };
  }

  async group(
    actor: Actor,
    { campId, groupId }: ParsedInputOf<typeof queue.fitsFor>,
  ): Promise<OutputOf<typeof queue.fitsFor>> {
    await this.access.require(actor, campId, 'camp.match');
    const policy = await this.placing.policy(campId);
    const groups = await this.groups.inCamp(campId);
    const group = groups.find(({ id }) => id === groupId);
    if (group === undefined) throw notFound('The group');
    const placed = new Set(groups.flatMap(({ memberIds }) => memberIds));
    const free = (await this.roster.members(campId)).filter(({ id, role }) => role === 'student' && !placed.has(id));
    const names = new Map(free.map(({ id, name }) => [id, name]));
    const waiting = new Set((await this.tickets.open(campId)).map(({ memberId }) => memberId));
    const effects = await this.choices.effects(campId, policy, [group], [...names.keys()]);
    return {
      groupId,
      name: group.name,
      students: effects.map(({ student, before, after, breaks }) => ({
        memberId: student,
        name: names.get(student) ?? '',
        waiting: waiting.has(student),
        before,
        after,
        breaks: [...breaks],
      })),
    };
  }
}
