import { randomBytes } from 'node:crypto';

/** On everything that leaves, whoever writes it (OWASP ASVS 5.0, 3.4). */
const ALWAYS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'x-dns-prefetch-control': 'off',
};

/** What an answer that is no page may do in a browser: nothing. */
const NO_PAGE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

export const newNonce = (): string => randomBytes(16).toString('base64');

/**
 * The policy of a page: scripts only by nonce and what they load. Style attributes cannot carry a nonce, hence
 * 'unsafe-inline' for styles alone (docs/adr/0500). React's development build evaluates strings.
 */
export function pagePolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** A raw response, or what stands for one. */
interface TakesHeaders {
  setHeader(name: string, value: string): unknown;
}

/** Written on the raw response, so that pages, sockets and errors before any route carry them too. */
export function setSecurityHeaders(response: TakesHeaders, secure: boolean): void {
  for (const [name, value] of Object.entries(ALWAYS)) response.setHeader(name, value);
  response.setHeader('content-security-policy', NO_PAGE);
  if (secure) response.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains');
}
