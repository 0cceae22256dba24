import { Controller } from '@nestjs/common';
import { classResults, grading, type ParsedInputOf } from '@tailcamp/contracts';
import type { Exchange } from '../../../gateway/exchange.js';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { GradingQueue } from '../app/grading/grading-queue.js';
import { ClassResults } from '../app/results/class-results.js';

@Controller()
export class AssessmentStaffController {
  constructor(
    private readonly results: ClassResults,
    private readonly queue: GradingQueue,
  ) {}

  @Serve(classResults.get)
  getResults(input: ParsedInputOf<typeof classResults.get>, caller: UserActor) {
    return this.results.get(caller, input);
  }

  @Serve(classResults.export)
  exportResults(input: ParsedInputOf<typeof classResults.export>, caller: UserActor, exchange: Exchange) {
    exchange.nameFile(`results-${input.track}.csv`);
    return this.results.export(caller, input);
  }

  @Serve(grading.queue)
  list(input: ParsedInputOf<typeof grading.queue>, caller: UserActor) {
    return this.queue.list(caller, input);
  }

  @Serve(grading.get)
  get(input: ParsedInputOf<typeof grading.get>, caller: UserActor) {
    return this.queue.get(caller, input);
  }

  @Serve(grading.grade)
  grade(input: ParsedInputOf<typeof grading.grade>, caller: UserActor) {
    return this.queue.grade(caller, input);
  }

  @Serve(grading.propose)
  propose(input: ParsedInputOf<typeof grading.propose>, caller: UserActor) {
    return this.queue.propose(caller, input);
  }

  @Serve(grading.agreement)
  agreement(input: ParsedInputOf<typeof grading.agreement>, caller: UserActor) {
    return this.queue.agreement(caller, input);
  }
}
