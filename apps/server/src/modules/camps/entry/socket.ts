import { Injectable, type OnModuleInit } from '@nestjs/common';
import { StreamAccess } from '../../../gateway/stream-access.js';
import { CampAccess } from '../app/camp-access.js';

/** The stream of a camp is for its members and for admins. */
@Injectable()
export class CampStreams implements OnModuleInit {
  constructor(
    private readonly streamAccess: StreamAccess,
    private readonly access: CampAccess,
  ) {}

  onModuleInit(): void {
    this.streamAccess.register('camp', (actor, campId) => this.access.hearing(actor, campId));
  }
}
