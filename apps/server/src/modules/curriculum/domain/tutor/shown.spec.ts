import { describe, expect, it } from 'vitest';
import { citedIn, shownReply, shownSoFar } from './shown.js';

const PASSAGES = ['See https://lessons.example/one for the table.'];
const shown = (reply: string) => shownReply(reply, 2, PASSAGES);

describe('what is shown of a reply', () => {
  it.each([
    ['keeps words, emphasis and code', 'A **closure** keeps `x`.\n\n```js\nconst a = b[0](c);\n```', null],
    ['keeps citations of what was given', 'So it is [1], and [2].', null],
    ['parts those that came together', 'So it is [1, 2].', 'So it is [1][2].'],
    ['drops those of what was not', 'So [1] and so [7][0].', 'So [1] and so .'],
    ['takes a citation that is a link for a citation', 'So [1](http://evil.example).', 'So [1].'],
    ['keeps the words of a link alone', 'See [this page](http://evil.example/x).', 'See this page.'],
    ['and of one by reference', 'See [this][e].\n\n[e]: http://evil.example "t"', 'See this.'],
    ['drops pictures', 'Look ![secret](http://evil.example/?q=a) here', 'Look  here'],
    ['and pictures in links', '[![x](http://evil.example/a)](http://evil.example/b)', ''],
    ['drops addresses of others', 'Go to http://evil.example/a?b=c now, or www.evil.example!', 'Go to … now, or …'],
    ['and those that run', 'Press javascript:alert(1) or data:text/html,x', 'Press …) or …'],
    ['in code too', '`http://evil.example/a` is it', '`…` is it'],
    ['keeps addresses that the passages have', 'See https://lessons.example/one.', null],
    ['drops HTML', '<img src=x onerror=alert(1)>a<b>c</b>', 'ac'],
    ['draws no diagram', '```mermaid\nclick a href "x"\n```', '```\nclick a href "x"\n```'],
  ])('%s', (_, reply, becomes) => {
    expect(shown(reply)).toBe(becomes ?? reply);
  });

  it.each([
    '[a[b](http://evil.example)](http://evil.example)',
    '\\`[x](http://evil.example)\\`',
    '`` ` [x](http://evil.example) ` ``',
    '> ```\n> [x](javascript:alert(1))',
    '<a\nhref="http://evil.example">x</a>',
    '![a\nb](http://evil.example)',
    '[x]\n(http://evil.example)\n[x]: http://evil.example',
    '<http://evil.example>',
  ])('leaves nothing to follow in %j', (reply) => {
    const text = shown(reply);
    expect(text).not.toMatch(/\]\(|!\[|\]:|<[a-z/]/i);
    expect(text).not.toContain('evil.example');
  });

  it('shows no link that has only begun, nor a word that means that there is no answer', () => {
    expect(shownSoFar('See [this pa', 2, PASSAGES)).toBe('See');
    expect(shownSoFar('See [this](http://ev', 2, PASSAGES)).toBe('See');
    expect(shownSoFar('NON', 2, PASSAGES)).toBe('');
  });

  it('tells what is cited', () => {
    expect([...citedIn(shown('A [2]. B [1, 2].'))]).toEqual([2, 1]);
  });
});
