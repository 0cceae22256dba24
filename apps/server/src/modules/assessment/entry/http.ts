import { Controller } from '@nestjs/common';
import { assessment, type ParsedInputOf, skillProfiles } from '@tailcamp/contracts';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { AnswerQuestion } from '../app/attempts/answer-question.js';
import { FinishAttempt } from '../app/attempts/finish-attempt.js';
import { GetAttempt } from '../app/attempts/get-attempt.js';
import { GetOverview } from '../app/attempts/get-overview.js';
import { GetResult } from '../app/attempts/get-result.js';
import { GetReview } from '../app/attempts/get-review.js';
import { ReportFault } from '../app/attempts/report-fault.js';
import { StartAttempt } from '../app/attempts/start-attempt.js';
import { SkillProfiles } from '../app/profiles/skill-profiles.js';

@Controller()
export class AssessmentController {
  constructor(
    private readonly getOverview: GetOverview,
    private readonly startAttempt: StartAttempt,
    private readonly getAttempt: GetAttempt,
    private readonly answerQuestion: AnswerQuestion,
    private readonly finishAttempt: FinishAttempt,
    private readonly reportFault: ReportFault,
    private readonly getResult: GetResult,
    private readonly getReview: GetReview,
    private readonly profiles: SkillProfiles,
  ) {}

  @Serve(assessment.overview)
  overview(input: ParsedInputOf<typeof assessment.overview>, caller: UserActor) {
    return this.getOverview.run(caller, input);
  }

  @Serve(assessment.start)
  start(input: ParsedInputOf<typeof assessment.start>, caller: UserActor) {
    return this.startAttempt.run(caller, input);
  }

  @Serve(assessment.get)
  get(input: ParsedInputOf<typeof assessment.get>, caller: UserActor) {
    return this.getAttempt.run(caller, input);
  }

  @Serve(assessment.answer)
  answer(input: ParsedInputOf<typeof assessment.answer>, caller: UserActor) {
    return this.answerQuestion.run(caller, input);
  }

  @Serve(assessment.finish)
  finish(input: ParsedInputOf<typeof assessment.finish>, caller: UserActor) {
    return this.finishAttempt.run(caller, input);
  }

  @Serve(assessment.report)
  async report(input: ParsedInputOf<typeof assessment.report>, caller: UserActor) {
    await this.reportFault.run(caller, input);
    return {};
  }

  @Serve(assessment.result)
  result(input: ParsedInputOf<typeof assessment.result>, caller: UserActor) {
    return this.getResult.run(caller, input);
  }

  @Serve(assessment.review)
  review(input: ParsedInputOf<typeof assessment.review>, caller: UserActor) {
    return this.getReview.run(caller, input);
  }

  @Serve(skillProfiles.mine)
  myProfile(input: ParsedInputOf<typeof skillProfiles.mine>, caller: UserActor) {
    return this.profiles.mine(caller, input);
  }

  @Serve(skillProfiles.of)
  profileOf(input: ParsedInputOf<typeof skillProfiles.of>, caller: UserActor) {
    return this.profiles.of(caller, input);
  }

  @Serve(skillProfiles.share)
  shareProfile(input: ParsedInputOf<typeof skillProfiles.share>, caller: UserActor) {
    return this.profiles.share(caller, input);
  }
}
