import { Controller } from '@nestjs/common';
import { curriculum, type ParsedInputOf } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { CheckStep } from '../app/path/check-step.js';
import { GetPath } from '../app/path/get-path.js';
import { GetStep } from '../app/path/get-step.js';
import { PlanPath } from '../app/path/plan-path.js';
import { ReadLesson } from '../app/path/read-lesson.js';

@Controller()
export class PathController {
  constructor(
    private readonly getPath: GetPath,
    private readonly planPath: PlanPath,
    private readonly getStep: GetStep,
    private readonly readLesson: ReadLesson,
    private readonly checkStep: CheckStep,
  ) {}

  @Serve(curriculum.path)
  path(input: ParsedInputOf<typeof curriculum.path>, caller: UserActor) {
    return this.getPath.run(caller, input);
  }

  @Serve(curriculum.plan)
  plan(input: ParsedInputOf<typeof curriculum.plan>, caller: UserActor) {
    return this.planPath.run(caller, input);
  }

  @Serve(curriculum.replan)
  replan(input: ParsedInputOf<typeof curriculum.replan>, caller: UserActor) {
    return this.planPath.replan(caller, input);
  }

  @Serve(curriculum.step)
  step(input: ParsedInputOf<typeof curriculum.step>, caller: UserActor) {
    return this.getStep.run(caller, input);
  }

  @Serve(curriculum.read)
  read(input: ParsedInputOf<typeof curriculum.read>, caller: UserActor) {
    return this.readLesson.run(caller, input);
  }

  @Serve(curriculum.check)
  check(input: ParsedInputOf<typeof curriculum.check>, caller: UserActor) {
    return this.checkStep.run(caller, input);
  }
}
