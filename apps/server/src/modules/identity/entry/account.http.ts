import { Controller } from '@nestjs/common';
import { identity, type OutputOf, type ParsedInputOf } from '@tailcamp/contracts';
import type { Exchange } from '../../../gateway/exchange.js';
import { Serve } from '../../../gateway/serve.js';
import type { UserActor } from '../../../kernel/actor.js';
import { ChangeRole } from '../app/change-role.js';
import { GetMe } from '../app/get-me.js';
import { ListUsers } from '../app/list-users.js';
import { SignOut } from '../app/sign-out.js';
import { SignOutEverywhere } from '../app/sign-out-everywhere.js';
import { clearSessionCookies } from './session-cookies.js';

type Input<Name extends keyof typeof identity> = ParsedInputOf<(typeof identity)[Name]>;
type Output<Name extends keyof typeof identity> = Promise<OutputOf<(typeof identity)[Name]>>;

/** What somebody who is signed in does with accounts and sessions. */
@Controller()
export class AccountController {
  constructor(
    private readonly getMe: GetMe,
    private readonly listUsers: ListUsers,
    private readonly changeRoleOf: ChangeRole,
    private readonly endSession: SignOut,
    private readonly endSessions: SignOutEverywhere,
  ) {}

  @Serve(identity.me)
  me(_input: Input<'me'>, caller: UserActor): Output<'me'> {
    return this.getMe.run(caller);
  }

  @Serve(identity.listUsers)
  list(input: Input<'listUsers'>, caller: UserActor): Output<'listUsers'> {
    return this.listUsers.run(caller, input);
  }

  @Serve(identity.changeRole)
  changeRole(input: Input<'changeRole'>, caller: UserActor): Output<'changeRole'> {
    return this.changeRoleOf.run(caller, input);
  }

  @Serve(identity.signOut)
  async signOut(_input: Input<'signOut'>, caller: UserActor, exchange: Exchange): Output<'signOut'> {
    await this.endSession.run(caller);
    clearSessionCookies(exchange);
    return {};
  }

  @Serve(identity.signOutEverywhere)
  async signOutEverywhere(
    _input: Input<'signOutEverywhere'>,
    caller: UserActor,
    exchange: Exchange,
  ): Output<'signOutEverywhere'> {
    const { ended } = await this.endSessions.run(caller);
    clearSessionCookies(exchange);
    return { ended };
  }
}
