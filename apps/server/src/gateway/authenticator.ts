import type { UserActor } from '../kernel/actor.js';

/** What a request or a socket shows to say who it is. */
export interface Credentials {
  /** The value of an `Authorization` header. */
  authorization?: string | undefined;
  cookies: Readonly<Record<string, string | undefined>>;
}

/** Says who is calling; the identity module does it. */
export abstract class Authenticator {
  /**
   * @returns `null` for nobody
   * @throws AppError `session_ended` when a token is shown that is not, or no longer, good
   */
  abstract authenticate(credentials: Credentials): Promise<UserActor | null>;
  /** Whether the session behind an actor still stands; asked again for open sockets. */
  abstract stillStands(actor: UserActor): Promise<boolean>;
}

/** The channel of `Events` on which it is told, as `{ sessionId }` or `{ userId }`, that sessions have ended. */
export const SESSION_ENDED = 'session.ended';
