import { Injectable } from '@nestjs/common';
import type { ChatPerson, chat, Message, OutputOf, ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { Streams } from '../../../platform/streams/index.js';
import { CampAccess, Roster, type RosterMember } from '../../camps/index.js';

const personOf = ({ id, name, role, userId }: RosterMember): ChatPerson => ({ memberId: id, name, role, userId });

/** Names for the ids that messages carry. */
@Injectable()
export class ChatPeople {
  constructor(
    private readonly camps: CampAccess,
    private readonly streams: Streams,
    private readonly roster: Roster,
  ) {}

  /** Everybody whom one may speak to. */
  async run(actor: Actor, { campId }: ParsedInputOf<typeof chat.people>): Promise<OutputOf<typeof chat.people>> {
    await this.camps.require(actor, campId, 'chat.see');
    const seq = await this.streams.sequence(`camp:${campId}`);
    return { people: (await this.roster.members(campId)).map(personOf), seq };
  }

  /** Those of these who are still members. */
  async named(memberIds: Iterable<string>): Promise<ChatPerson[]> {
    const members = await this.roster.findAll([...new Set(memberIds)]);
    return members.map(personOf).sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
  }

  /** Whoever stands in these messages. */
  in(messages: readonly Message[]): Promise<ChatPerson[]> {
    return this.named(
      messages.flatMap(({ authorId, mentions, reactions, pinned }) => [
        authorId,
        ...mentions,
        ...reactions.flatMap(({ by }) => by),
        ...(pinned?.by == null ? [] : [pinned.by]),
      ]),
    );
  }
}
