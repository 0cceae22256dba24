import { Controller } from '@nestjs/common';
import { chat, chatSearch, type ParsedInputOf } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { ChangeChannel } from '../app/change-channel.js';
import { ChatPeople } from '../app/chat-people.js';
import { DirectChannel } from '../app/direct-channel.js';
import { ListChannels } from '../app/list-channels.js';
import { MarkRead } from '../app/mark-read.js';
import { OpenChannel } from '../app/open-channel.js';
import { SearchMessages } from '../app/search-messages.js';

@Controller()
export class ChatController {
  constructor(
    private readonly listChannels: ListChannels,
    private readonly chatPeople: ChatPeople,
    private readonly openChannel: OpenChannel,
    private readonly directChannel: DirectChannel,
    private readonly changeChannel: ChangeChannel,
    private readonly markRead: MarkRead,
    private readonly searchMessages: SearchMessages,
  ) {}

  @Serve(chat.list)
  list(input: ParsedInputOf<typeof chat.list>, caller: UserActor) {
    return this.listChannels.run(caller, input);
  }

  @Serve(chat.people)
  people(input: ParsedInputOf<typeof chat.people>, caller: UserActor) {
    return this.chatPeople.run(caller, input);
  }

  @Serve(chat.open)
  open(input: ParsedInputOf<typeof chat.open>, caller: UserActor) {
    return this.openChannel.run(caller, input);
  }

  @Serve(chat.direct)
  direct(input: ParsedInputOf<typeof chat.direct>, caller: UserActor) {
    return this.directChannel.run(caller, input);
  }

  @Serve(chat.change)
  change(input: ParsedInputOf<typeof chat.change>, caller: UserActor) {
    return this.changeChannel.run(caller, input);
  }

  @Serve(chat.archive)
  archive(input: ParsedInputOf<typeof chat.archive>, caller: UserActor) {
    return this.changeChannel.archive(caller, input);
  }

  @Serve(chat.read)
  read(input: ParsedInputOf<typeof chat.read>, caller: UserActor) {
    return this.markRead.read(caller, input);
  }

  @Serve(chat.unread)
  unread(input: ParsedInputOf<typeof chat.unread>, caller: UserActor) {
    return this.markRead.unread(caller, input);
  }

  @Serve(chatSearch.find)
  find(input: ParsedInputOf<typeof chatSearch.find>, caller: UserActor) {
    return this.searchMessages.run(caller, input);
  }
}
