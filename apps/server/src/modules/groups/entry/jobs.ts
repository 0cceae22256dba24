import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Outbox } from '../../../platform/outbox/index.js';
import { CAMP_REMOVED, MEMBER_LEFT } from '../../camps/index.js';
import { FollowCamp } from '../app/follow-camp.js';

/** What is done when camps tell of something. */
@Injectable()
export class GroupsJobs implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly follow: FollowCamp,
  ) {}

  onModuleInit(): void {
    this.outbox.on(MEMBER_LEFT, ({ memberId, userId }) => this.follow.memberLeft(memberId, userId));
    this.outbox.on(CAMP_REMOVED, ({ campId }) => this.follow.campRemoved(campId));
  }
}
