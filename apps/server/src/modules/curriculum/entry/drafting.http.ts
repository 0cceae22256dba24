import { Controller } from '@nestjs/common';
import { drafting, type ParsedInputOf } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { TakeDrafts } from '../app/drafting/take-drafts.js';
import { WishDrafts } from '../app/drafting/wish-drafts.js';

@Controller()
export class DraftingController {
  constructor(
    private readonly wishes: WishDrafts,
    private readonly takes: TakeDrafts,
  ) {}

  @Serve(drafting.start)
  start(input: ParsedInputOf<typeof drafting.start>, caller: UserActor) {
    return this.wishes.start(caller, input);
  }

  @Serve(drafting.list)
  list(input: ParsedInputOf<typeof drafting.list>, caller: UserActor) {
    return this.wishes.list(caller, input);
  }

  @Serve(drafting.get)
  get(input: ParsedInputOf<typeof drafting.get>, caller: UserActor) {
    return this.wishes.get(caller, input);
  }

  @Serve(drafting.cancel)
  cancel(input: ParsedInputOf<typeof drafting.cancel>, caller: UserActor) {
    return this.wishes.cancel(caller, input);
  }

  @Serve(drafting.take)
  take(input: ParsedInputOf<typeof drafting.take>, caller: UserActor) {
    return this.takes.take(caller, input);
  }

  @Serve(drafting.file)
  file(input: ParsedInputOf<typeof drafting.file>, caller: UserActor) {
    return this.takes.file(caller, input);
  }
}
