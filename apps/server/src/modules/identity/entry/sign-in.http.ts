import { Controller } from '@nestjs/common';
import { identity, type OutputOf, type ParsedInputOf, type Session } from '@tailcamp/contracts';
import type { Exchange } from '../../../gateway/exchange.js';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { AppError } from '../../../kernel/app-error.js';
import { GetSetupState } from '../app/get-setup-state.js';
import { RedeemLink } from '../app/redeem-link.js';
import { RefreshSession } from '../app/refresh-session.js';
import { SetUp } from '../app/set-up.js';
import { SignIn } from '../app/sign-in.js';
import { SignOut } from '../app/sign-out.js';
import { SignUp } from '../app/sign-up.js';
import type { TokenPair } from '../app/token-pair.js';
import { clearSessionCookies, deliver, readRefreshCookie, type Transport } from './session-cookies.js';

type Input<Name extends keyof typeof identity> = ParsedInputOf<(typeof identity)[Name]>;
type Output<Name extends keyof typeof identity> = Promise<OutputOf<(typeof identity)[Name]>>;

/** Every way in: anybody may try. */
@Controller()
export class SignInController {
  constructor(
    private readonly byPassword: SignIn,
    private readonly byLink: RedeemLink,
    private readonly byRefreshToken: RefreshSession,
    private readonly asNewAccount: SignUp,
    private readonly asFirstAdmin: SetUp,
    private readonly getSetupState: GetSetupState,
    private readonly endSession: SignOut,
  ) {}

  @Serve(identity.signUp)
  async signUp(input: Input<'signUp'>, caller: UserActor | null, exchange: Exchange): Output<'signUp'> {
    return this.welcome(await this.asNewAccount.run(exchange, input), input.transport, caller, exchange);
  }

  @Serve(identity.signIn)
  async signIn(input: Input<'signIn'>, caller: UserActor | null, exchange: Exchange): Output<'signIn'> {
    return this.welcome(await this.byPassword.run(exchange, input), input.transport, caller, exchange);
  }

  @Serve(identity.redeemLink)
  async redeemLink(input: Input<'redeemLink'>, caller: UserActor | null, exchange: Exchange): Output<'redeemLink'> {
    return this.welcome(await this.byLink.run(exchange, input), input.transport, caller, exchange);
  }

  /** A token from the cookie never leaves in an answer: there a script of another's could read it. */
  @Serve(identity.refresh)
  async refresh(input: Input<'refresh'>, _caller: unknown, exchange: Exchange): Output<'refresh'> {
    const { transport, refreshToken = transport === 'cookie' ? readRefreshCookie(exchange) : undefined } = input;
    try {
      if (refreshToken === undefined) throw new AppError('session_ended');
      return deliver(await this.byRefreshToken.run(refreshToken), transport, exchange);
    } catch (error) {
      if (transport === 'cookie' && error instanceof AppError && error.status === 401) clearSessionCookies(exchange);
      throw error;
    }
  }

  @Serve(identity.setupState)
  setupState(): Output<'setupState'> {
    return this.getSetupState.run();
  }

  @Serve(identity.setUp)
  async setUp(input: Input<'setUp'>, caller: UserActor | null, exchange: Exchange): Output<'setUp'> {
    return this.welcome(await this.asFirstAdmin.run(exchange, input), input.transport, caller, exchange);
  }

  /** Whoever was signed in in this browser is not any more: their session would live on where nobody can end it. */
  private async welcome(
    tokens: TokenPair,
    transport: Transport,
    before: UserActor | null,
    exchange: Exchange,
  ): Promise<Session> {
    if (before !== null && transport === 'cookie') await this.endSession.run(before);
    return deliver(tokens, transport, exchange);
  }
}
