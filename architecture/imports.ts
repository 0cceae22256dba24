import { fileURLToPath } from 'node:url';
import { cruise, type IModule, type IViolation } from 'dependency-cruiser';
import { rulesFor } from './rules.cjs';

export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
export const PLANTED = `${ROOT}/architecture/planted`;

/** Where code of ours lives. */
export const CODE = [
  'apps/server/src',
  'apps/server/bin',
  'apps/web',
  'packages',
  'e2e',
  'bench',
  'scripts',
  'architecture',
];

/** What builds write; Next's declarations name files of a build that may be gone. */
const OWN_OUTPUT = '^(apps|packages)/[^/]+/((dist|\\.next|node_modules)/|next-env\\.d\\.ts$)';

/**
 * Who imports whom, and which of the rules that breaks.
 *
 * @param from the folder that all paths are relative to
 * @param at a pattern for what stands before the paths that the rules speak of
 */
export async function imports(
  from: string,
  folders: string[],
  at = '',
): Promise<{ modules: IModule[]; violations: IViolation[] }> {
  const { output } = await cruise(
    folders,
    {
      baseDir: from,
      validate: true,
      ruleSet: { forbidden: rulesFor(at) },
      // Types count: a circle of types ties two files together as well.
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: [OWN_OUTPUT, '^architecture/planted/', '\\.css$'] },
    },
    {
      conditionNames: ['source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      alias: { '@': `${ROOT}/apps/web` },
    },
  );
  if (typeof output === 'string') throw new Error('Expected a report as an object');
  return { modules: output.modules, violations: output.summary.violations };
}
