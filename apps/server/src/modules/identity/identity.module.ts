import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Authenticator } from '../../gateway/authenticator.js';
import { AccessTokens } from './app/access-tokens.js';
import { Accounts } from './app/accounts.js';
import { ChangeRole } from './app/change-role.js';
import { ForgetExpired } from './app/forget-expired.js';
import { GetMe } from './app/get-me.js';
import { GetSetupState } from './app/get-setup-state.js';
import { Identify } from './app/identify.js';
import { ListUsers } from './app/list-users.js';
import { Passwords } from './app/passwords.js';
import { People } from './app/people.js';
import { PublicAddress } from './app/public-address.js';
import { RedeemLink } from './app/redeem-link.js';
import { RefreshSession } from './app/refresh-session.js';
import { SessionStandings } from './app/session-standings.js';
import { Sessions } from './app/sessions.js';
import { SetUp } from './app/set-up.js';
import { SignIn } from './app/sign-in.js';
import { SignInLinks } from './app/sign-in-links.js';
import { SignInThrottle } from './app/sign-in-throttle.js';
import { SignOut } from './app/sign-out.js';
import { SignOutEverywhere } from './app/sign-out-everywhere.js';
import { SignUp } from './app/sign-up.js';
import { SigningKeys } from './app/signing-keys.js';
import { AccessTokenStrategy } from './entry/access-token.strategy.js';
import { AccountController } from './entry/account.http.js';
import { IdentityJobs } from './entry/jobs.js';
import { JwksController } from './entry/jwks.http.js';
import { PassportAuthenticator } from './entry/passport-authenticator.js';
import { SignInController } from './entry/sign-in.http.js';
import { IdentityStreams } from './entry/socket.js';
import { KeyStore } from './store/key-store.js';
import { LinkStore } from './store/link-store.js';
import { SessionStore } from './store/session-store.js';
import { UserStore } from './store/user-store.js';

const useCases = [SignUp, SignIn, RedeemLink, RefreshSession, SetUp, GetSetupState, SignOut, SignOutEverywhere];
const accountUseCases = [GetMe, ListUsers, ChangeRole, ForgetExpired, Identify];
const services = [Accounts, Passwords, Sessions, SessionStandings, AccessTokens, SigningKeys, SignInThrottle];
const stores = [UserStore, SessionStore, LinkStore, KeyStore];
const entries = [AccessTokenStrategy, IdentityJobs, IdentityStreams];

/** Global, because everything asks who is calling, and most ask who somebody is. */
@Global()
@Module({
  controllers: [SignInController, AccountController, JwksController],
  providers: [
    ...stores,
    ...services,
    ...useCases,
    ...accountUseCases,
    ...entries,
    { provide: Authenticator, useClass: PassportAuthenticator },
    {
      provide: PublicAddress,
      useFactory: ({ PUBLIC_URL, port }: Config) => new PublicAddress(PUBLIC_URL ?? `http://localhost:${port}`),
      inject: [CONFIG],
    },
    People,
    SignInLinks,
  ],
  exports: [Authenticator, People, SignInLinks],
})
export class IdentityModule {}
