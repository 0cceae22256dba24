import { describe, expect, it } from 'vitest';
import { spokenIn } from './spoken.js';

const ANA = '0190a000-0000-7000-8000-000000000001';
const BEN = '0190a000-0000-7000-8000-000000000002';

describe('whom a message speaks to', () => {
  it('is each member once, and everybody in the channel', () => {
    const text = `<@${ANA}> and <@${BEN.toUpperCase()}>, then <@${ANA}> again: <@channel>`;
    expect(spokenIn(text)).toEqual({ ids: [ANA, BEN], everyone: true, tasks: [] });
  });

  it.each([
    `\`<@${ANA}> <@channel> TC-1\``,
    `\`\`a \` <@${ANA}>\`\``,
    `\`\`\`html\n<@${ANA}>\n<@channel>\n\`\`\``,
    `~~~\n<@channel> TC-1`,
    `@${ANA} <@someone> <@>`,
  ])('is nobody in %j', (text) => {
    expect(spokenIn(text)).toEqual({ ids: [], everyone: false, tasks: [] });
  });

  it('goes on after code', () => {
    expect(spokenIn(`\`\`\`\ncode\n\`\`\`\n<@${ANA}> see \`x\`, TC-2`)).toEqual({
      ids: [ANA],
      everyone: false,
      tasks: ['TC-2'],
    });
  });
});

describe('tasks', () => {
  it('are named by their keys, each once', () => {
    expect(spokenIn('TC-12, (WEB2-7) fixes TC-12; ¿y API-3?').tasks).toEqual(['TC-12', 'WEB2-7', 'API-3']);
  });

  it.each(['tc-12', 'T-1', 'TC-0', 'TC-012', 'UTF-8x', 'PRE-TC-12-b', 'a/TC-12', 'ÑTC-1'])(
    'are not named by %s',
    (text) => {
      expect(spokenIn(text).tasks).toEqual([]);
    },
  );
});
