import { Controller } from '@nestjs/common';
import { chatModeration, type ParsedInputOf } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { BlockMember } from '../app/block-member.js';
import { MarkMessage } from '../app/mark-message.js';
import { Moderate } from '../app/moderate.js';
import { ReportMessage } from '../app/report-message.js';

@Controller()
export class ModerationController {
  constructor(
    private readonly moderate: Moderate,
    private readonly markMessage: MarkMessage,
    private readonly blockMember: BlockMember,
    private readonly reportMessage: ReportMessage,
  ) {}

  @Serve(chatModeration.remove)
  remove(input: ParsedInputOf<typeof chatModeration.remove>, caller: UserActor) {
    return this.moderate.remove(caller, input);
  }

  @Serve(chatModeration.lock)
  lock(input: ParsedInputOf<typeof chatModeration.lock>, caller: UserActor) {
    return this.markMessage.lock(caller, input);
  }

  @Serve(chatModeration.mutes)
  mutes(input: ParsedInputOf<typeof chatModeration.mutes>, caller: UserActor) {
    return this.moderate.mutes(caller, input);
  }

  @Serve(chatModeration.mute)
  mute(input: ParsedInputOf<typeof chatModeration.mute>, caller: UserActor) {
    return this.moderate.mute(caller, input);
  }

  @Serve(chatModeration.unmute)
  unmute(input: ParsedInputOf<typeof chatModeration.unmute>, caller: UserActor) {
    return this.moderate.unmute(caller, input);
  }

  @Serve(chatModeration.block)
  block(input: ParsedInputOf<typeof chatModeration.block>, caller: UserActor) {
    return this.blockMember.run(caller, input);
  }

  @Serve(chatModeration.report)
  report(input: ParsedInputOf<typeof chatModeration.report>, caller: UserActor) {
    return this.reportMessage.run(caller, input);
  }

  @Serve(chatModeration.reports)
  reports(input: ParsedInputOf<typeof chatModeration.reports>, caller: UserActor) {
    return this.reportMessage.list(caller, input);
  }

  @Serve(chatModeration.close)
  close(input: ParsedInputOf<typeof chatModeration.close>, caller: UserActor) {
    return this.reportMessage.close(caller, input);
  }
}
