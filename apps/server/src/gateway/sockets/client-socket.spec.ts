import { expect, it } from 'vitest';
import { trustedProxies } from '../http/trusted-proxies.js';
import { credentialsOf, seenAs } from './client-socket.js';

const request = (remoteAddress: string, headers: Record<string, string>) => ({ headers, socket: { remoteAddress } });
const forwarded = {
  host: 'inside:3000',
  'x-forwarded-for': '6.6.6.6, 203.0.113.9, 10.0.0.7',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'camp.example.org',
};

it('believes what a trusted proxy says, up to the first address that is none of ours', () => {
  const seen = seenAs(request('::ffff:10.0.0.8', forwarded), trustedProxies('10.0.0.0/8'));
  expect(seen).toEqual({ protocol: 'https', host: 'camp.example.org', address: '203.0.113.9' });
});

it('believes nobody else', () => {
  const seen = seenAs(request('203.0.113.5', forwarded), trustedProxies('10.0.0.0/8'));
  expect(seen).toEqual({ protocol: 'http', host: 'inside:3000', address: '203.0.113.5' });
});

it('takes the token of a script before the cookies of a browser', () => {
  expect(credentialsOf({ token: 't' }, { session: 'c' })).toEqual({ authorization: 'Bearer t', cookies: {} });
  expect(credentialsOf({ token: 7 }, { session: 'c' })).toEqual({ cookies: { session: 'c' } });
});
