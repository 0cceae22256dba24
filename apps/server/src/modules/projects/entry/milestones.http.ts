import { Controller } from '@nestjs/common';
import { milestones, type ParsedInputOf } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { Grade } from '../app/course/grade.js';
import { HandIn } from '../app/course/hand-in.js';
import { SetMilestones } from '../app/course/set-milestones.js';

@Controller()
export class MilestonesController {
  constructor(
    private readonly setMilestones: SetMilestones,
    private readonly handIn: HandIn,
    private readonly grade: Grade,
  ) {}

  @Serve(milestones.list)
  list(input: ParsedInputOf<typeof milestones.list>, caller: UserActor) {
    return this.setMilestones.list(caller, input);
  }

  @Serve(milestones.create)
  create(input: ParsedInputOf<typeof milestones.create>, caller: UserActor) {
    return this.setMilestones.create(caller, input);
  }

  @Serve(milestones.change)
  change(input: ParsedInputOf<typeof milestones.change>, caller: UserActor) {
    return this.setMilestones.change(caller, input);
  }

  @Serve(milestones.remove)
  remove(input: ParsedInputOf<typeof milestones.remove>, caller: UserActor) {
    return this.setMilestones.remove(caller, input);
  }

  @Serve(milestones.ofGroup)
  ofGroup(input: ParsedInputOf<typeof milestones.ofGroup>, caller: UserActor) {
    return this.handIn.read(caller, input);
  }

  @Serve(milestones.submit)
  submit(input: ParsedInputOf<typeof milestones.submit>, caller: UserActor) {
    return this.handIn.run(caller, input);
  }

  @Serve(milestones.grade)
  write(input: ParsedInputOf<typeof milestones.grade>, caller: UserActor) {
    return this.grade.write(caller, input);
  }

  @Serve(milestones.publish)
  publish(input: ParsedInputOf<typeof milestones.publish>, caller: UserActor) {
    return this.grade.publish(caller, input);
  }
}
