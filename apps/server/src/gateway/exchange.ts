import type { FastifyReply, FastifyRequest } from 'fastify';
import type { UserActor } from '../kernel/actor.js';

/** The request as the gateway has prepared it. */
export interface GatewayRequest extends FastifyRequest {
  actor?: UserActor | null;
}

/** What a handler may know of, and do to, the HTTP exchange beyond its input and output. */
export interface Exchange {
  readonly ip: string;
  readonly userAgent: string;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** Whether the browser reached us by TLS, so that `__Host-` cookies can be set. */
  readonly secure: boolean;
  setCookie(name: string, value: string, options: { path: string; maxAge: number }): void;
  clearCookie(name: string, path: string): void;
  /** The answer is a file that the browser saves under this name. */
  nameFile(name: string): void;
}

export function exchangeOf(request: FastifyRequest, reply: FastifyReply): Exchange {
  const secure = request.protocol === 'https';
  const attributes = { httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    ip: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    cookies: request.cookies,
    secure,
    setCookie: (name, value, { path, maxAge }) => void reply.setCookie(name, value, { ...attributes, path, maxAge }),
    nameFile: (name) => void reply.header('content-disposition', attachment(name)),
    clearCookie: (name, path) => void reply.clearCookie(name, { ...attributes, path }),
  };
}

/** RFC 6266: a name in ASCII for all, and the whole one for those who read RFC 8187. */
function attachment(name: string): string {
  const ascii = name.replace(/[^\w.-]+/g, '-');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`;
}
