import type { Session } from '@tailcamp/contracts';
import type { Exchange } from '../../../gateway/exchange.js';
import type { TokenPair } from '../app/token-pair.js';

export type Transport = 'cookie' | 'bearer';
type Cookies = Readonly<Record<string, string | undefined>>;

const ACCESS = 'tailcamp_access';
const REFRESH = 'tailcamp_refresh';
/** Under TLS: bound to this host, sent by TLS only, and not to be planted by a neighbouring host (RFC 6265bis). */
const HOST = '__Host-';

const read = (cookies: Cookies, name: string, tlsOnly: boolean): string | undefined =>
  cookies[HOST + name] ?? (tlsOnly ? undefined : cookies[name]);

export const readAccessCookie = (cookies: Cookies, tlsOnly: boolean) => read(cookies, ACCESS, tlsOnly);
export const readRefreshCookie = ({ cookies, secure }: Exchange) => read(cookies, REFRESH, secure);

/** Hands the tokens over the way that was asked for: in HttpOnly cookies, or in the answer. */
export function deliver(tokens: TokenPair, transport: Transport, exchange: Exchange): Session {
  const { user, accessToken, accessSeconds, refreshToken, refreshSeconds } = tokens;
  if (transport === 'bearer') return { user, accessToken, refreshToken, expiresIn: accessSeconds };
  const prefix = exchange.secure ? HOST : '';
  exchange.setCookie(prefix + ACCESS, accessToken, { path: '/', maxAge: accessSeconds });
  exchange.setCookie(prefix + REFRESH, refreshToken, { path: '/', maxAge: refreshSeconds });
  return { user, expiresIn: accessSeconds };
}

export function clearSessionCookies(exchange: Exchange): void {
  const prefix = exchange.secure ? HOST : '';
  for (const name of [ACCESS, REFRESH]) exchange.clearCookie(prefix + name, '/');
}
