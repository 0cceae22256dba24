import { expect, it } from 'vitest';
import { StartupError } from '../../kernel/startup-error.js';
import { trustedProxies } from './trusted-proxies.js';

it.each([
  ['', '127.0.0.1', false],
  ['10.0.0.7', '10.0.0.7', true],
  ['10.0.0.7', '10.0.0.8', false],
  [' 10.0.0.0/8 , fd00::/8', '10.200.0.1', true],
  ['10.0.0.0/8,fd00::/8', 'fd12::1', true],
  ['10.0.0.0/8', '::ffff:10.1.2.3', true],
  ['0.0.0.0/0', 'fe80::1', false],
  ['10.0.0.0/8', 'not an address', false],
])('%j, seen from %s: %s', (list, address, trusted) => {
  expect(trustedProxies(list)(address)).toBe(trusted);
});

it.each(['proxy.internal', '10.0.0.0/33', '10.0.0.0/x', '10.0.0.0/', '10.0.0.0/8/8', '300.1.1.1'])(
  'refuses %s by name',
  (entry) => {
    expect(() => trustedProxies(`10.0.0.7, ${entry}`)).toThrow(StartupError);
    expect(() => trustedProxies(entry)).toThrow(entry);
  },
);
