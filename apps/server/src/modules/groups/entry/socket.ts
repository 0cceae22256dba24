import { Injectable, type OnModuleInit } from '@nestjs/common';
import { StreamAccess } from '../../../gateway/stream-access.js';
import { GroupAccess } from '../app/group-access.js';

/** The stream of a group is for its members, the staff of its camp and admins. */
@Injectable()
export class GroupStreams implements OnModuleInit {
  constructor(
    private readonly streamAccess: StreamAccess,
    private readonly access: GroupAccess,
  ) {}

  onModuleInit(): void {
    this.streamAccess.register('group', (actor, groupId) => this.access.hearing(actor, groupId));
  }
}
