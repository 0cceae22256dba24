import { Injectable } from '@nestjs/common';
import passport from 'passport';
import { Identify } from '../app/identify.js';

/** What the strategy reads of a request. */
export interface TokenBearer {
  headers: { authorization?: string | undefined };
}

/**
 * Passport's strategy for our access tokens, on jose: passport-jwt knows no EdDSA. It takes a bearer token (RFC 6750),
 * says a `UserActor`, fails where a token is shown that is not good, and passes where none is shown.
 */
@Injectable()
export class AccessTokenStrategy extends passport.Strategy {
  override readonly name = 'access-token';

  constructor(private readonly identify: Identify) {
    super();
  }

  override authenticate({ headers: { authorization } }: TokenBearer): void {
    if (authorization === undefined) {
      this.pass();
      return;
    }
    const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '';
    this.identify.run(token).then(
      (actor) => (actor === null ? this.fail('session_ended', 401) : this.success(actor)),
      (error: unknown) => this.error(error),
    );
  }
}
