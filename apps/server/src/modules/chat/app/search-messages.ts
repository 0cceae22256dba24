import { Injectable } from '@nestjs/common';
import { type chatSearch, Id, Instant, type OutputOf, type ParsedInputOf } from '@tailcamp/contracts';
import type { Actor } from '../../../kernel/actor.js';
import { AppError } from '../../../kernel/app-error.js';
import { decodeCursor, pageOf } from '../../../kernel/page.js';
import { may } from '../../../kernel/permissions.js';
import { CampAccess } from '../../camps/index.js';
import { GroupPlaces } from '../../groups/index.js';
import { textParts } from '../domain/marked-text.js';
import { ChannelStore } from '../store/channel-store.js';
import { MessageStore } from '../store/message-store.js';
import { SearchStore } from '../store/search-store.js';
import { ChannelAccess } from './channel-access.js';
import { ChatPeople } from './chat-people.js';

/** Looks through every channel that one may read at this moment, and no other. */
@Injectable()
export class SearchMessages {
  constructor(
    private readonly camps: CampAccess,
    private readonly groups: GroupPlaces,
    private readonly access: ChannelAccess,
    private readonly channels: ChannelStore,
    private readonly messages: MessageStore,
    private readonly search: SearchStore,
    private readonly people: ChatPeople,
  ) {}

  async run(actor: Actor, input: ParsedInputOf<typeof chatSearch.find>): Promise<OutputOf<typeof chatSearch.find>> {
    const { campId, q, from, in: channel, after, before, has, cursor, limit } = input;
    const standing = await this.camps.require(actor, campId, 'chat.see');
    const me = standing.memberId;
    const channelIds = await this.readable(actor, campId, me, may(actor, 'chat.moderate', standing), channel);
    const rows = await this.search.find({
      channelIds,
      me,
      words: q,
      from,
      since: after,
      until: before,
      timeZone: standing.camp.timeZone,
      link: has === 'link',
      beyond: cursor === undefined ? undefined : beyondOf(cursor),
      limit: limit + 1,
    });
    const { items, next } = pageOf(rows, limit, ({ at, id }) => [at, id]);
    const found = await this.messages.findAll(items.map(({ id }) => id));
    const whole = new Map((await this.messages.whole(found, me)).map((message) => [message.id, message]));
    const results = items.flatMap(({ id, snippet }) => {
      const message = whole.get(id);
      return message === undefined ? [] : [{ message, snippet: textParts(snippet) }];
    });
    return { items: results, next, people: await this.people.in(results.map(({ message }) => message)) };
  }

  private async readable(
    actor: Actor,
    campId: string,
    me: string | null,
    staff: boolean,
    asked: string | undefined,
  ): Promise<string[]> {
    if (asked !== undefined) {
      const { channel } = await this.access.reader(actor, asked);
      return channel.campId === campId ? [channel.id] : [];
    }
    const own = me === null ? [] : (await this.groups.of(me)).map(({ id }) => id);
    const rows = await this.channels.readableBy({ campId, staff, memberId: me, groupIds: staff ? 'all' : own });
    return rows.map(({ id }) => id);
  }
}

function beyondOf(cursor: string): { at: string; id: string } {
  const [at, id] = decodeCursor(cursor, 2);
  const [moment, message] = [Instant.safeParse(at), Id.safeParse(id)];
  if (moment.success && message.success) return { at: moment.data, id: message.data };
  throw new AppError('invalid_input', { fields: [{ field: 'cursor', message: 'Not a cursor of this list' }] });
}
