import { describe, expect, it } from 'vitest';
import { analyseCode } from './index.js';

/** What is found in one file, as `line rule value …`. */
async function found(path: string, text: string, ...rules: string[]): Promise<string[]> {
  const { findings } = await analyseCode([{ path, text }]);
  return findings
    .filter(({ rule }) => rules.length === 0 || rules.includes(rule))
    .map(({ line, rule, values }) => [line, rule, ...Object.values(values)].join(' '));
}

const TIDY_SCRIPT = `import { readFile } from 'node:fs/promises';

/** Words of a file, the most frequent first. */
export async function frequentWords(path, most = 10) {
  const text = await readFile(path, 'utf8');
  const counts = new Map();
  for (const word of text.toLowerCase().split(/\\W+/)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, most);
}
`;
const TIDY_PYTHON = `"""Temperatures."""
from dataclasses import dataclass, field


@dataclass
class Reading:
    station: str
    values: list[float] = field(default_factory=list)

    def mean(self) -> float | None:
        if not self.values:
            return None
        return sum(self.values) / len(self.values)


def warmest(readings: list[Reading]) -> Reading | None:
    known = [one for one in readings if one.mean() is not None]
    return max(known, key=lambda one: one.mean() or 0, default=None)
`;
const TIDY_TYPES = `interface Shape<T extends string = 'round'> { readonly kind: T; area(): number }
export const total = <T extends Shape>(shapes: readonly T[]): number =>
  shapes.reduce((sum, shape) => sum + shape.area(), 0);
export type Areas = Record<string, ReturnType<typeof total>>;
`;

describe('tidy code', () => {
  it.each([
    ['words.js', TIDY_SCRIPT],
    ['weather.py', TIDY_PYTHON],
    ['shapes.ts', TIDY_TYPES],
    ['page.html', '<!doctype html>\n<html lang="en"><body><img src="a.png" alt="A"><p>one<p>two</body></html>'],
    ['page.css', 'a:hover { color: red }\n@media (width > 30em) { a { color: blue } }'],
    ['a.json', '{ "a": [1, 2, null] }'],
    ['notes.txt', 'const x == ('],
  ])('has nothing to find in it: %s', async (path, text) => {
    expect(await found(path, text)).toEqual([]);
  });
});

describe('what does not parse', () => {
  it.each([
    ['a.js', 'const x = 1;\nlet y = = 2;', '2 syntax ='],
    ['a.js', 'function f() {\n  return 1;\n', '2 syntax-end'],
    ['a.ts', 'const a: number = 1;\nconst b: = 2;', '2 syntax ='],
    ['a.py', 'x = 1\nif x = 2:\n    pass', '2 syntax ='],
    ['a.py', 'def f():\n    return (1 + 2\n', '2 syntax-end'],
    ['a.py', 'x = 1\n  y = 2\n', '2 indentation'],
    ['a.json', '{ "a": 1,, }', '1 syntax ,'],
    ['a.html', '<p>a</p>\n</div>', '2 syntax </div>'],
    ['a.css', 'a { color: red }\n}', '2 syntax }'],
  ])('is told with its place: %s %j', async (path, text, first) => {
    const report = await analyseCode([{ path, text }]);
    expect(await found(path, text)).toContain(first);
    expect(report.summary.parses).toBe(false);
    expect(report.findings[0]).toMatchObject({ severity: 'error' });
  });

  it('is nobody’s guess where no grammar reads it', async () => {
    expect((await analyseCode([{ path: 'a.sql', text: 'SELEC' }])).summary.parses).toBeNull();
  });
});

describe('functions', () => {
  it('count a path for each decision, as McCabe does', async () => {
    const text = `function grade(p) {
      if (p > 90 && p <= 100) return 'A';
      else if (p > 80) return 'B';
      for (const x of [p]) while (x) try { switch (x) { case 1: break; case 2: break; default: } } catch { return x ?? 'D'; }
      return p ? 'C' : 'F';
    }`;
    const { summary } = await analyseCode([{ path: 'a.js', text }]);
    expect(summary.complexity).toEqual({ most: 11, name: 'grade', file: 'a.js', line: 1 });
    expect(await found('a.js', text, 'complexity')).toEqual(['1 complexity grade 11 10']);
    const python =
      'def f(a, b):\n    if a and b or a:\n        return [x for x in a if x]\n    elif b: pass\n    return 1 if a else 2\n';
    expect((await analyseCode([{ path: 'a.py', text: python }])).summary.complexity?.most).toBe(8);
  });

  it('keep to themselves what is in them, and are called by what they become', async () => {
    const text =
      'const outer = () => { const inner = function () { if (a) b(); }; return { get() { return c || d; }, inner }; };';
    const { summary } = await analyseCode([{ path: 'a.js', text }]);
    expect(summary).toMatchObject({ functions: 3, complexity: { most: 2, name: 'inner' } });
  });

  it('that are long, nested deep or take much are told; code outside of them too', async () => {
    const long = `function long() {\n${'  work();\n'.repeat(70)}}`;
    expect(await found('a.js', long, 'long-function')).toEqual(['1 long-function long 72 60']);
    const deep = 'if (a) {\n if (b) {\n  for (;;) {\n   while (c) {\n    if (d) e();\n   }\n  }\n }\n}';
    expect(await found('a.js', deep, 'nesting')).toEqual(['5 nesting 5 4']);
    expect(
      await found('a.js', 'if (a) b(); '.replace('b();', '').concat('else if (c) d(); '.repeat(9)), 'nesting'),
    ).toEqual([]);
    expect(await found('a.py', 'def f(a, b, c, d, e, g=1, *h):\n    return a', 'parameters')).toEqual([
      '1 parameters f 7 6',
    ]);
    expect(await found('a.py', 'if a: b()\n'.repeat(11), 'complexity-outside')).toEqual(['1 complexity-outside 12 10']);
  });
});

describe('style', () => {
  it.each([
    ['var x = 1;', '1 var'],
    ['if (a == b) c();', '1 loose-equality == ==='],
    ['try { a(); } catch (e) {\n}', '1 empty-catch'],
    ['debugger;', '1 debugger'],
    ['import { a } from "b";', '1 unused a'],
    ['function f() { const unusedOne = 1; }', '1 unused unusedOne'],
    ['const my_value = 1;', '1 naming my_value camelCase'],
    ['class thing {}', '1 naming thing PascalCase'],
    ['work();\n// const a = f();\n// if (a) {\n', '2 commented-out'],
    [`work('${'x'.repeat(130)}');`, '1 long-line 1 120'],
  ])('of JavaScript: %s', async (text, expected) => {
    expect(await found('a.js', text)).toContain(expected);
  });

  it.each([
    'if (a == null) b();',
    'try { a(); } catch { report(); }',
    'export function f({ a, ...rest }) { const { b, ...others } = rest; return others; }',
    'const MAX_SIZE = 1; const _hidden_ = 2; top();',
    'function f(unusedParameter) { return 1; }',
    'import { a } from "b"; const o = { a };',
    '// This says why;\nwork();',
    'function f() { const a = 1; return eval("a"); }',
    'const twice = `\x24{1}`; // twice',
  ])('of JavaScript finds nothing in: %s', async (text) => {
    expect(await found('a.js', text)).toEqual([]);
  });

  it.each([
    ['try:\n    a()\nexcept:\n    pass', '3 bare-except'],
    ['def f(a, b=[]):\n    return b', '1 mutable-default b'],
    ['if a != None: b()', '1 none-comparison is not'],
    ['from a import *', '1 star-import'],
    ['import os\nfrom a.b import c as d\n', '1 unused os'],
    ['import os\nfrom a.b import c as d\n', '2 unused d'],
    ['def f():\n    total = 1', '2 unused total'],
    ['def readFile(): return 1', '1 naming readFile snake_case'],
    ['class my_class: pass', '1 naming my_class CapWords'],
    ['a = 1\n# b = f(a)\n# print(b)\n', '2 commented-out'],
  ])('of Python: %j', async (text, expected) => {
    expect(await found('a.py', text)).toContain(expected);
  });

  it.each([
    'try:\n    a()\nexcept (ValueError, KeyError) as e:\n    raise e',
    'def f(a=None, b=()):\n    return a or b',
    'import a.b\nprint(a)',
    'from __future__ import annotations',
    'from a import B\ndef f(x: "B"): return x',
    'import x\nprint(f"{x}")',
    'class T(TestCase):\n    def setUp(self): self.a = 1',
    '# a note\n# and another: one\nx = 1',
  ])('of Python finds nothing in: %j', async (text) => {
    expect(await found('a.py', text)).toEqual([]);
  });

  it('of HTML and CSS', async () => {
    expect(await found('a.html', '<html><body><img src="a.png"></body></html>')).toEqual([
      '1 missing-alt',
      '1 missing-lang',
    ]);
    expect(await found('a.css', 'a { color: red !important }')).toEqual(['1 important']);
  });
});

describe('tests', () => {
  const tests = async (path: string, text: string) => (await analyseCode([{ path, text }])).summary.tests;
  it.each([
    [
      'a.js',
      "import { it } from 'vitest';\nit('a', f); it.skip('b', f); it.each([1])('c', f); it.fails('d', f);",
      'Vitest',
      4,
    ],
    ['a.spec.ts', "describe('a', () => { test('b', () => { expect(1).toBe(1); }); beforeEach(f); });", 'Jest', 1],
    ['a.js', "const test = require('node:test');\ntest('a', f);", 'node:test', 1],
    [
      'a.py',
      'import pytest\ndef test_a(): assert f()\nclass TestB:\n    def test_c(self): pass\ndef helper(): pass',
      'pytest',
      2,
    ],
    ['a.py', 'class B(unittest.TestCase):\n    def test_c(self): pass\n    def other(self): pass', 'unittest', 1],
    ['a.py', 'def f(x):\n    """\n    >>> f(1)\n    1\n    """\n    return x', 'doctest', 1],
  ])('are counted by framework: %s %j', async (path, text, framework, count) => {
    expect(await tests(path, text)).toEqual([{ framework, count }]);
  });

  it('are none where something is only called so', async () => {
    expect(await tests('a.js', "if (/a/.test('a')) test(1); submit('x');")).toEqual([]);
  });
});

describe('what stands in the text', () => {
  it.each([
    ['const key = "AKIAIOSFODNN7EXAMPLQ";', 'AWS'],
    [`token = 'ghp_${'a1B2'.repeat(9)}'`, 'GitHub'],
    ['-----BEGIN RSA PRIVATE KEY-----', 'private key'],
    ['db = "postgres://app:s3cr3tPw@db.internal/x"', 'password in an address'],
    ['DB_PASSWORD = "hunter2hunter2"', 'password or key'],
  ])('a secret is found, and not quoted: %s', async (text, kind) => {
    const { findings } = await analyseCode([{ path: 'a.env', text: `\n${text}` }]);
    expect(findings).toMatchObject([{ line: 2, rule: 'secret', severity: 'error', values: { kind } }]);
    expect(JSON.stringify(findings)).not.toMatch(/AKIA|ghp_|hunter2|s3cr3t/);
  });

  it.each([
    'password = "your-password"',
    'apiKey: "xxxxxxxxxxxx"',
    'const password = `\x24{given}`',
    'https://example.org:8080/a@b',
  ])('what stands in for one is none: %s', async (text) => expect(await found('a.txt', text)).toEqual([]));

  it('a block that stands twice is told once, with where it stands too', async () => {
    const block = Array.from({ length: 8 }, (_, at) => `  total${at} = rows[${at}].price * rows[${at}].count;`).join(
      '\n',
    );
    const files = [
      { path: 'a.js', text: `begin();\n${block}\nend();` },
      { path: 'b.js', text: `other();\nmore();\n${block.replaceAll('  ', '\t')}` },
    ];
    const { findings } = await analyseCode(files);
    const duplicates = findings.filter(({ rule }) => rule === 'duplicate');
    expect(duplicates).toMatchObject([{ file: 'b.js', line: 3, values: { lines: '8', file: 'a.js', line: '2' } }]);
  });
});

describe('hostile text', () => {
  const HOSTILE: [string, string, string][] = [
    ['deep brackets', 'a.js', '('.repeat(20_000)],
    ['deep brackets that close', 'a.py', `${'['.repeat(15_000)}${']'.repeat(15_000)}`],
    ['deep ifs', 'a.js', 'if(a)'.repeat(10_000)],
    ['deep arrows', 'a.js', 'a=>'.repeat(15_000)],
    ['deep calls', 'a.js', `it${'()'.repeat(20_000)}`],
    ['deep elements', 'a.html', '<b>'.repeat(15_000)],
    ['a line of a megabyte', 'a.js', 'x'.repeat(1_000_000)],
    ['a megabyte of statements', 'a.py', 'x=1;'.repeat(250_000)],
    ['templates in templates', 'a.js', '`\x24{'.repeat(10_000)],
    ['open strings', 'a.py', '"'.repeat(99_999)],
    ['equal lines', 'a.js', 'const alike = otherwise(1);\n'.repeat(7_000)],
    ['spaces', 'a.py', `password${' '.repeat(190_000)}`],
    [
      'noise',
      'a.ts',
      Array.from({ length: 30_000 }, (_, at) => String.fromCharCode(33 + ((at * at * 31) % 94))).join(''),
    ],
    ['nulls', 'a.js', '\0'.repeat(1_000)],
  ];

  it.each(HOSTILE)('neither throws nor takes long, and others get their turn: %s', async (_, path, text) => {
    let turns = 0;
    const tick = setInterval(() => (turns += 1), 1);
    const began = process.cpuUsage();
    const { findings } = await analyseCode([{ path, text }]);
    clearInterval(tick);
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1e6).toBeLessThan(2);
    expect(findings.length).toBeGreaterThan(0);
    if (user > 200_000) expect(turns).toBeGreaterThan(0);
  });

  it('is looked at up to a bound in all, and findings are', async () => {
    const files = Array.from({ length: 150 }, (_, at) => ({ path: `${at}.js`, text: 'var a == b;\n'.repeat(100) }));
    const { findings, left, summary } = await analyseCode(files);
    expect(findings).toHaveLength(200);
    expect(left).toBeGreaterThan(1_000);
    expect(summary.files).toBe(150);
  });

  it('is given up when nobody waits for it', async () => {
    await expect(analyseCode([{ path: 'a.js', text: 'a' }], AbortSignal.abort(new Error('gone')))).rejects.toThrow(
      'gone',
    );
  });
});
