import { Injectable } from '@nestjs/common';
import type { UserActor } from '../../../kernel/actor.js';
import { AccessTokens } from './access-tokens.js';
import { SessionStandings } from './session-standings.js';

/** Who shows an access token: the account of a session that stands, with its role of now. */
@Injectable()
export class Identify {
  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly standings: SessionStandings,
  ) {}

  /** @returns null when the token is not, or no longer, good */
  async run(token: string): Promise<UserActor | null> {
    const claims = await this.accessTokens.verify(token);
    if (claims === null) return null;
    const { sessionId, userId } = claims;
    const standing = await this.standings.find(sessionId);
    return standing?.userId === userId ? { kind: 'user', userId, role: standing.role, sessionId } : null;
  }
}
