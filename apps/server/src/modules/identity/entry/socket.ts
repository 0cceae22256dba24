import { Injectable, type OnModuleInit } from '@nestjs/common';
import { StreamAccess } from '../../../gateway/stream-access.js';

/** The stream of a person is theirs alone. */
@Injectable()
export class IdentityStreams implements OnModuleInit {
  constructor(private readonly access: StreamAccess) {}

  onModuleInit(): void {
    this.access.register('user', async (actor, userId) => (actor.userId === userId ? 'member' : null));
  }
}
