import { Controller } from '@nestjs/common';
import { messages, type ParsedInputOf } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { EditMessage } from '../app/edit-message.js';
import { MarkMessage } from '../app/mark-message.js';
import { ReadHistory } from '../app/read-history.js';
import { SendMessage } from '../app/send-message.js';

@Controller()
export class MessagesController {
  constructor(
    private readonly readHistory: ReadHistory,
    private readonly sendMessage: SendMessage,
    private readonly editMessage: EditMessage,
    private readonly markMessage: MarkMessage,
  ) {}

  @Serve(messages.history)
  history(input: ParsedInputOf<typeof messages.history>, caller: UserActor) {
    return this.readHistory.run(caller, input);
  }

  @Serve(messages.thread)
  thread(input: ParsedInputOf<typeof messages.thread>, caller: UserActor) {
    return this.readHistory.thread(caller, input);
  }

  @Serve(messages.pins)
  pins(input: ParsedInputOf<typeof messages.pins>, caller: UserActor) {
    return this.readHistory.pins(caller, input);
  }

  @Serve(messages.send)
  send(input: ParsedInputOf<typeof messages.send>, caller: UserActor) {
    return this.sendMessage.run(caller, input);
  }

  @Serve(messages.edit)
  edit(input: ParsedInputOf<typeof messages.edit>, caller: UserActor) {
    return this.editMessage.run(caller, input);
  }

  @Serve(messages.edits)
  edits(input: ParsedInputOf<typeof messages.edits>, caller: UserActor) {
    return this.editMessage.edits(caller, input);
  }

  @Serve(messages.remove)
  remove(input: ParsedInputOf<typeof messages.remove>, caller: UserActor) {
    return this.editMessage.remove(caller, input);
  }

  @Serve(messages.react)
  react(input: ParsedInputOf<typeof messages.react>, caller: UserActor) {
    return this.markMessage.react(caller, input);
  }

  @Serve(messages.pin)
  pin(input: ParsedInputOf<typeof messages.pin>, caller: UserActor) {
    return this.markMessage.pin(caller, input);
  }

  @Serve(messages.seen)
  seen(input: ParsedInputOf<typeof messages.seen>, caller: UserActor) {
    return this.markMessage.seen(caller, input);
  }
}
