import { Controller } from '@nestjs/common';
import { type ParsedInputOf, practice } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { AnswerPractice } from '../app/practice/answer-practice.js';
import { NextPractice } from '../app/practice/next-practice.js';

@Controller()
export class PracticeController {
  constructor(
    private readonly nextPractice: NextPractice,
    private readonly answerPractice: AnswerPractice,
  ) {}

  @Serve(practice.next)
  next(input: ParsedInputOf<typeof practice.next>, caller: UserActor) {
    return this.nextPractice.run(caller, input);
  }

  @Serve(practice.answer)
  answer(input: ParsedInputOf<typeof practice.answer>, caller: UserActor) {
    return this.answerPractice.run(caller, input);
  }
}
