import { Injectable } from '@nestjs/common';
import passport from 'passport';
import { Authenticator, type Credentials } from '../../../gateway/authenticator.js';
import type { UserActor } from '../../../kernel/actor.js';
import { AppError } from '../../../kernel/app-error.js';
import { PublicAddress } from '../app/public-address.js';
import { SessionStandings } from '../app/session-standings.js';
import { AccessTokenStrategy, type TokenBearer } from './access-token.strategy.js';
import { readAccessCookie } from './session-cookies.js';

type Middleware = (request: TokenBearer, response: object, next: (error?: unknown) => void) => void;

/** Asks Passport who is calling: an `Authorization: Bearer` header, else the cookie of the access token. */
@Injectable()
export class PassportAuthenticator extends Authenticator {
  /** Not Passport's global one: two applications in one process would share it. */
  readonly #passport = new passport.Passport();

  constructor(
    strategy: AccessTokenStrategy,
    private readonly standings: SessionStandings,
    private readonly address: PublicAddress,
  ) {
    super();
    this.#passport.use(strategy);
  }

  authenticate(credentials: Credentials): Promise<UserActor | null> {
    return new Promise((resolve, reject) => {
      const answer = (error: unknown, actor: UserActor | false | undefined) => {
        if (error) reject(error);
        else if (actor) resolve(actor);
        else reject(new AppError('session_ended'));
      };
      const ask: Middleware = this.#passport.authenticate('access-token', { session: false }, answer);
      ask(this.bearerOf(credentials), {}, (error) => (error ? reject(error) : resolve(null)));
    });
  }

  async stillStands(actor: UserActor): Promise<boolean> {
    return (await this.standings.find(actor.sessionId)) !== null;
  }

  private bearerOf({ authorization, cookies }: Credentials): TokenBearer {
    const cookie = readAccessCookie(cookies, this.address.isTls);
    return { headers: { authorization: authorization ?? (cookie === undefined ? undefined : `Bearer ${cookie}`) } };
  }
}
