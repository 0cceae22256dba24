import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../kernel/actor.js';
import { AppError } from '../kernel/app-error.js';
import { CampAccess, Roster } from '../modules/camps/index.js';
import { SeedChat, type SeededMessage } from '../modules/chat/index.js';
import { GroupPlaces } from '../modules/groups/index.js';
import { ANNOUNCED, type Line, SAID_IN_CAMP, SAID_IN_GROUP, SAID_IN_SPANISH } from './conversations.js';

const SPEAKERS = 7;

/** Lets the people of the demo talk: in the camp from the start, in their groups once these are formed. */
@Injectable()
export class DemoTalk {
  constructor(
    private readonly camps: CampAccess,
    private readonly roster: Roster,
    private readonly groups: GroupPlaces,
    private readonly chat: SeedChat,
  ) {}

  /** The instructor and the first students, but for the one whose link is printed; who wants to speak Spanish can. */
  async inCamp(campId: string): Promise<void> {
    const members = await this.roster.members(campId);
    const instructor = members.find(({ role }) => role === 'instructor');
    const students = members.filter(({ role }) => role === 'student').slice(1);
    const spanish = await this.spanish(students.map(({ id }) => id));
    const others = students.map(({ id }) => id).filter((id) => !spanish.includes(id));
    const [first, second] = spanish;
    if (instructor === undefined || first === undefined || second === undefined) return;
    const speakers = [instructor.id, ...others.slice(0, 2), first, second, ...others.slice(2, SPEAKERS - 2)];
    await this.chat.inCamp(campId, 'announcements', spoken(ANNOUNCED, speakers));
    await this.chat.inCamp(campId, 'general', spoken(SAID_IN_CAMP, speakers));
  }

  /** Nothing in a camp that is not the demo, and nothing where somebody has spoken. */
  async inGroups(campId: string, groupIds: readonly string[]): Promise<void> {
    if (!(await this.isDemo(campId))) return;
    for (const [index, groupId] of groupIds.entries()) {
      const members = await this.groups.membersOf(groupId);
      const said = SAID_IN_GROUP[index % SAID_IN_GROUP.length] ?? [];
      const [one, other] = await this.spanish(members);
      const aside = one === undefined || other === undefined ? [] : spoken(SAID_IN_SPANISH, [one, other]);
      await this.chat.inGroup(campId, groupId, [...spoken(said, members), ...aside]);
    }
  }

  private async spanish(memberIds: readonly string[]): Promise<string[]> {
    const profiles = await this.roster.profiles(memberIds);
    return memberIds.filter((id) => profiles.get(id)?.languages.includes('Spanish'));
  }

  private async isDemo(campId: string): Promise<boolean> {
    try {
      return (await this.camps.standing(SYSTEM, campId)).camp.demo;
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_found') return false;
      throw error;
    }
  }
}

/** Lines as these people say them; a line of somebody who is not among them is said by nobody. */
function spoken(lines: readonly Line[], speakers: readonly string[]): SeededMessage[] {
  const speaker = (number: number) => speakers[number] ?? '';
  return lines.map(({ by, text, ago, to, reactions = [], pinned = false }) => ({
    memberId: speaker(by),
    text: text.replace(/@(\d)/g, (_, number) => `<@${speaker(Number(number))}>`),
    minutesAgo: ago,
    replyTo: to,
    reactions: reactions.map(([emoji, ...numbers]) => ({
      emoji,
      memberIds: numbers.map(speaker).filter((id) => id !== ''),
    })),
    pinned,
  }));
}
