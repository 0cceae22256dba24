import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { Outbox } from '../../../platform/outbox/index.js';
import { CAMP_COPIED, CAMP_REMOVED } from '../../camps/index.js';
import { GROUPS_ARRANGED } from '../../groups/index.js';
import { userRemoved } from '../../identity/index.js';
import { Follow } from '../app/follow.js';

/** What is done when camps, groups and accounts tell of something. */
@Injectable()
export class ProjectsJobs implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly follow: Follow,
  ) {}

  onModuleInit(): void {
    this.outbox.on(GROUPS_ARRANGED, (arranged) => this.follow.groupsArranged(arranged));
    this.outbox.on(CAMP_COPIED, ({ from, to }) => this.follow.campCopied(from, to, this.clock.now()));
    this.outbox.on(CAMP_REMOVED, ({ campId }) => this.follow.campRemoved(campId));
    this.outbox.on(userRemoved, ({ userId }) => this.follow.userRemoved(userId));
  }
}
