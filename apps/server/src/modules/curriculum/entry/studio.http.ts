import { Controller } from '@nestjs/common';
import { type ParsedInputOf, studio } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { ReadStudio } from '../app/studio/read-studio.js';
import { WriteLessons } from '../app/studio/write-lessons.js';

@Controller()
export class StudioController {
  constructor(
    private readonly read: ReadStudio,
    private readonly write: WriteLessons,
  ) {}

  @Serve(studio.overview)
  overview(input: ParsedInputOf<typeof studio.overview>, caller: UserActor) {
    return this.read.overview(caller, input);
  }

  @Serve(studio.list)
  list(input: ParsedInputOf<typeof studio.list>, caller: UserActor) {
    return this.read.list(caller, input);
  }

  @Serve(studio.get)
  get(input: ParsedInputOf<typeof studio.get>, caller: UserActor) {
    return this.read.get(caller, input);
  }

  @Serve(studio.version)
  version(input: ParsedInputOf<typeof studio.version>, caller: UserActor) {
    return this.read.version(caller, input);
  }

  @Serve(studio.lint)
  lint(input: ParsedInputOf<typeof studio.lint>, caller: UserActor) {
    return this.read.lint(caller, input);
  }

  @Serve(studio.create)
  create(input: ParsedInputOf<typeof studio.create>, caller: UserActor) {
    return this.write.create(caller, input);
  }

  @Serve(studio.change)
  change(input: ParsedInputOf<typeof studio.change>, caller: UserActor) {
    return this.write.change(caller, input);
  }

  @Serve(studio.move)
  move(input: ParsedInputOf<typeof studio.move>, caller: UserActor) {
    return this.write.move(caller, input);
  }

  @Serve(studio.restore)
  restore(input: ParsedInputOf<typeof studio.restore>, caller: UserActor) {
    return this.write.restore(caller, input);
  }
}
