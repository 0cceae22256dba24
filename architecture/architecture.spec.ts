import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CODE, imports, PLANTED, ROOT } from './imports.js';
import { LONG_FILES } from './long-files.js';
import { MAY_USE, rulesFor } from './rules.cjs';

const MODULES = join(ROOT, 'apps/server/src/modules');
const files = CODE.flatMap((folder) => codeIn(folder));
const modules = existsSync(MODULES) ? readdirSync(MODULES) : [];

describe('the tree', () => {
  let tree: Awaited<ReturnType<typeof imports>>;
  beforeAll(async () => {
    tree = await imports(
      ROOT,
      CODE.filter((folder) => existsSync(join(ROOT, folder))),
    );
  });

  it('keeps every rule', () => {
    const broken = tree.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
    expect(broken).toEqual([]);
  });

  it('has no import that is not found, as no rule could see it', () => {
    const lost = tree.modules.flatMap(({ source, dependencies }) =>
      dependencies.filter((to) => to.couldNotResolve).map((to) => `${source} → ${to.module}`),
    );
    expect(lost).toEqual([]);
  });
});

describe('the rules', () => {
  const names = [...new Set(rulesFor('').map(({ name }) => name!))];

  it.each(names)('%s is alive: its planted violation is caught by it alone', async (name) => {
    const caught = (await planted).filter(({ from }) => from.startsWith(`${name}/`));
    expect([...new Set(caught.map(({ rule }) => rule.name))]).toEqual([name]);
  });

  it('have each a planted violation, and each planted violation has its rule', () => {
    expect(readdirSync(PLANTED).sort()).toEqual([...names].sort());
  });

  it('map the modules without a circle', () => {
    const left = new Map(Object.entries(MAY_USE));
    for (;;) {
      const free = [...left].filter(([, uses]) => uses.every((other) => !left.has(other)));
      for (const [name] of free) left.delete(name);
      if (free.length === 0) break;
    }
    expect([...left.keys()]).toEqual([]);
  });
});

describe('a module', () => {
  it.each(modules)('%s is on the map', (name) => {
    expect(Object.keys(MAY_USE)).toContain(name);
  });

  it.each(modules)('%s holds its front door, its wiring and the four layers, and nothing else', (name) => {
    const entries = readdirSync(join(MODULES, name));
    expect(entries).toEqual(expect.arrayContaining(['index.ts', `${name}.module.ts`]));
    const allowed = ['index.ts', `${name}.module.ts`, 'domain', 'app', 'store', 'entry'];
    expect(entries.filter((entry) => !allowed.includes(entry))).toEqual([]);
  });
});

describe('a file', () => {
  it('reads the environment only if it is config.ts', () => {
    const excepted = /^(apps\/server\/src\/(config\.ts$|testing\/)|scripts\/|e2e\/|bench\/|architecture\/)/;
    const readers = files.filter((file) => !excepted.test(file) && read(file).includes('process.env'));
    expect(readers).toEqual([]);
  });

  it('that is a prompt is proved by the suite of prompts, so that no model is sent what nobody has looked at', () => {
    const prompts = files.filter((file) => file.endsWith('.prompt.ts'));
    const unproved = prompts.filter((file) => {
      const spec = file.replace(/\.ts$/, '.spec.ts');
      return !files.includes(spec) || !/(form|text)PromptSuite\(/.test(read(spec));
    });
    expect(unproved).toEqual([]);
  });

  it('asks a model by a prompt alone', () => {
    const asking = files.filter((file) => file.startsWith('apps/server/src/modules/') && !file.endsWith('.spec.ts'));
    expect(asking.filter((file) => /\bmodel\.(write|stream|fill)\(/.test(read(file)))).toEqual([]);
  });

  it('has a name that says what it is', () => {
    const nameless = /(^|\/)(utils?|common|helpers?|misc|managers?)(\.[a-z.]+)?(\/|$)/i;
    expect(files.filter((file) => nameless.test(file))).toEqual([]);
  });

  it('has at most 300 lines, or stands on the list with its reason', () => {
    expect(files.filter((file) => linesOf(file) > 300)).toEqual(Object.keys(LONG_FILES).sort());
  });
});

const planted = imports(PLANTED, readdirSync(PLANTED), '[^/]+/').then(({ violations }) => violations);

/** Source files below a folder, relative to the root, without what is built, planted or migrated. */
function codeIn(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => !/^(node_modules|dist|\.next|planted|fixtures|output)$/.test(name))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return codeIn(path);
      return /\.(ts|tsx|mjs|cjs|js)$/.test(entry.name) && entry.name !== 'next-env.d.ts' ? [path] : [];
    })
    .sort();
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function linesOf(file: string): number {
  return read(file).trimEnd().split('\n').length;
}
