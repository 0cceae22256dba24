import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Outbox } from '../../../platform/outbox/index.js';
import { CAMP_COPIED, CAMP_REMOVED, MEMBER_LEFT } from '../../camps/index.js';
import { GROUPS_ARRANGED } from '../../groups/index.js';
import { userRemoved } from '../../identity/index.js';
import { Follow } from '../app/follow.js';

/** What is done when camps, groups and accounts tell of something. */
@Injectable()
export class ChatJobs implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly follow: Follow,
  ) {}

  onModuleInit(): void {
    this.outbox.on(GROUPS_ARRANGED, ({ campId, opened }) => this.follow.groupsOpened(campId, opened));
    this.outbox.on(MEMBER_LEFT, ({ memberId }) => this.follow.memberLeft(memberId));
    this.outbox.on(CAMP_COPIED, ({ from, to }) => this.follow.campCopied(from, to));
    this.outbox.on(CAMP_REMOVED, ({ campId }) => this.follow.campRemoved(campId));
    this.outbox.on(userRemoved, ({ userId }) => this.follow.userRemoved(userId));
  }
}
