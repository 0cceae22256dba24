import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Outbox } from '../../../platform/outbox/index.js';
import { Queue } from '../../../platform/queue/index.js';
import { SKILLS_SHOWN } from '../../assessment/index.js';
import { CAMP_COPIED, CAMP_REMOVED, MEMBER_LEFT } from '../../camps/index.js';
import { PERFORM_DRAFT } from '../app/drafting/jobs.js';
import { PerformDraft } from '../app/drafting/perform-draft.js';
import { LessonsFollowCamp } from '../app/lessons/lessons-follow-camp.js';
import { FollowLearner } from '../app/path/follow-learner.js';
import { REFRESH_SEARCH } from '../app/search/jobs.js';
import { RefreshSearch } from '../app/search/refresh-search.js';
import { AnswerTurn } from '../app/tutor/answer-turn.js';
import { FINISH_TURN } from '../app/tutor/jobs.js';
import { TutorFollowsCamp } from '../app/tutor/tutor-follows-camp.js';

/** Skills change without a word to this module, and a model that was down comes back. */
const EVERY_FIVE_MINUTES = 300_000;

/** Embedding takes a third of the time at most: a first start has some thousand pieces to do. */
const REST = 2;

/** Which use case does which job, and what is done when camps and assessment tell of something. */
@Injectable()
export class CurriculumJobs implements OnModuleInit {
  constructor(
    private readonly queue: Queue,
    private readonly outbox: Outbox,
    private readonly lessons: LessonsFollowCamp,
    private readonly learners: FollowLearner,
    private readonly refresh: RefreshSearch,
    private readonly tutor: TutorFollowsCamp,
    private readonly answers: AnswerTurn,
    private readonly drafts: PerformDraft,
  ) {}

  onModuleInit(): void {
    this.queue.handle(
      REFRESH_SEARCH,
      async () =>
        (_, { signal }) =>
          this.refresh.run(signal, REST),
    );
    this.queue.handle(
      FINISH_TURN,
      async () =>
        ({ turnId }) =>
          this.answers.lookAfter(turnId),
    );
    this.queue.handle(PERFORM_DRAFT, async () => (payload, run) => this.drafts.run(payload, run));
    this.queue.schedule(REFRESH_SEARCH, EVERY_FIVE_MINUTES, {});
    this.outbox.on(CAMP_COPIED, async ({ from, to }) => {
      await this.lessons.campCopied(from, to);
      await this.learners.campCopied(from, to);
      await this.tutor.campCopied(from, to);
    });
    this.outbox.on(CAMP_REMOVED, async ({ campId }) => {
      await this.lessons.campRemoved(campId);
      await this.learners.campRemoved(campId);
      await this.tutor.campRemoved(campId);
    });
    this.outbox.on(MEMBER_LEFT, async ({ memberId }) => {
      await this.learners.memberLeft(memberId);
      await this.tutor.memberLeft(memberId);
    });
    this.outbox.on(SKILLS_SHOWN, ({ campId, memberId, track, by }) =>
      this.learners.skillsShown(campId, memberId, track, by),
    );
  }
}
