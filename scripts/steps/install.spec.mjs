import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInstalled } from './install.mjs';

describe('isInstalled', () => {
  let root;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'tailcamp-install-'));
    mkdirSync(join(root, 'node_modules'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const lock = (packages) => writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
  const installed = (packages) =>
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));

  it('says no before the first installation, and after one that broke off', () => {
    lock({ 'node_modules/fig': { version: '1.0.0' } });
    expect(isInstalled(root)).toBe(false);
  });

  it('says yes to exactly what the lock names', () => {
    lock({ '': {}, 'packages/ours': { version: '0.1.0' }, 'node_modules/fig': { version: '1.0.0' } });
    installed({ 'packages/ours': {}, 'node_modules/fig': { version: '1.0.0' } });
    expect(isInstalled(root)).toBe(true);
  });

  it.each([
    ['another version', { 'node_modules/fig': { version: '1.0.1' } }],
    ['a package too few', {}],
    ['a package too many', { 'node_modules/fig': { version: '1.0.0' }, 'node_modules/nut': { version: '1.0.0' } }],
  ])('says no to %s', (_, present) => {
    lock({ 'node_modules/fig': { version: '1.0.0' } });
    installed(present);
    expect(isInstalled(root)).toBe(false);
  });

  it('does not miss packages for other platforms, nor what npm calls extraneous', () => {
    lock({
      'node_modules/fig-windows': { version: '1.0.0', optional: true },
      'node_modules/nut': { version: '1.0.0', extraneous: true },
    });
    installed({});
    expect(isInstalled(root)).toBe(true);
  });
});
