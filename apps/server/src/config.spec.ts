import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ConfigError, ENVIRONMENT, readConfig } from './config.js';

describe('the configuration', () => {
  it('has a default for everything, so that nothing need be set', () => {
    expect(readConfig({}, {})).toMatchObject({
      role: 'all',
      port: 3000,
      host: '127.0.0.1',
      data: './data',
      demo: true,
    });
  });

  it('takes an empty variable as one that is not set', () => {
    expect(readConfig({}, { DATABASE_URL: '', LOG_LEVEL: '' })).toMatchObject({ LOG_LEVEL: 'info' });
  });

  it('names every setting that is wrong', () => {
    const read = () => readConfig({ port: 'eighty' }, { LOG_LEVEL: 'loud', ENCRYPTION_KEY: 'short' });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/ENCRYPTION_KEY: Give 32 bytes.*LOG_LEVEL:.*port:/);
  });

  it('is told in docs/configuration.md (write it anew with: npx vitest run apps/server/src/config.spec.ts -u)', async () => {
    await expect(page()).toMatchFileSnapshot('../../../docs/configuration.md');
  });
});

function page(): string {
  const rows = Object.entries(ENVIRONMENT).map(([name, setting]) => {
    const standard = setting.safeParse(undefined);
    const value = standard.success && standard.data !== undefined && standard.data !== '' ? `\`${standard.data}\`` : '';
    return `| \`${name}\` | ${value} | ${z.globalRegistry.get(setting)?.description ?? setting.description ?? ''} |`;
  });
  return [
    '# Configuration',
    '',
    'Generated from `apps/server/src/config.ts`. Everything has a default: set only what you want otherwise.',
    '',
    'Flags of the server: `--role all | web | api | worker`, `--port 3000`, `--host 127.0.0.1`, `--data ./data`, `--no-demo`.',
    '',
    '| variable | default | what it does |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
