import { Controller } from '@nestjs/common';
import { gradebook, type ParsedInputOf, templates } from '@tailcamp/contracts';
import type { Exchange } from '../../../gateway/exchange.js';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { Gradebook } from '../app/course/gradebook.js';
import { Templates } from '../app/course/templates.js';

@Controller()
export class GradebookController {
  constructor(
    private readonly book: Gradebook,
    private readonly camp: Templates,
  ) {}

  @Serve(gradebook.get)
  get(input: ParsedInputOf<typeof gradebook.get>, caller: UserActor) {
    return this.book.read(caller, input);
  }

  @Serve(gradebook.override)
  override(input: ParsedInputOf<typeof gradebook.override>, caller: UserActor) {
    return this.book.override(caller, input);
  }

  @Serve(gradebook.audit)
  audit(input: ParsedInputOf<typeof gradebook.audit>, caller: UserActor) {
    return this.book.audit(caller, input);
  }

  @Serve(gradebook.export)
  export(input: ParsedInputOf<typeof gradebook.export>, caller: UserActor, exchange: Exchange) {
    exchange.nameFile('gradebook.csv');
    return this.book.export(caller, input);
  }

  @Serve(templates.get)
  template(input: ParsedInputOf<typeof templates.get>, caller: UserActor) {
    return this.camp.read(caller, input);
  }

  @Serve(templates.save)
  save(input: ParsedInputOf<typeof templates.save>, caller: UserActor) {
    return this.camp.save(caller, input);
  }

  @Serve(templates.give)
  give(input: ParsedInputOf<typeof templates.give>, caller: UserActor) {
    return this.camp.give(caller, input);
  }
}
