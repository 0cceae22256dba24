import { Controller } from '@nestjs/common';
import { explanations, type ParsedInputOf, practice } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { ExplainAnswer } from '../app/explaining/explain-answer.js';
import { AnswerPractice } from '../app/practice/answer-practice.js';
import { NextPractice } from '../app/practice/next-practice.js';

@Controller()
export class PracticeController {
  constructor(
    private readonly nextPractice: NextPractice,
    private readonly answerPractice: AnswerPractice,
    private readonly explainAnswer: ExplainAnswer,
  ) {}

  @Serve(practice.next)
  next(input: ParsedInputOf<typeof practice.next>, caller: UserActor) {
    return this.nextPractice.run(caller, input);
  }

  @Serve(practice.answer)
  answer(input: ParsedInputOf<typeof practice.answer>, caller: UserActor) {
    return this.answerPractice.run(caller, input);
  }

  @Serve(explanations.ofPractice)
  explainPractice(input: ParsedInputOf<typeof explanations.ofPractice>, caller: UserActor) {
    return this.explainAnswer.ofPractice(caller, input);
  }

  @Serve(explanations.ofAttempt)
  explainAttempt(input: ParsedInputOf<typeof explanations.ofAttempt>, caller: UserActor) {
    return this.explainAnswer.ofAttempt(caller, input);
  }
}
