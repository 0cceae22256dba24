import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest, digestOfFile, filesIn } from './fingerprint.mjs';
import { ROOT, requireWritable, STAMPS } from './folders.mjs';
import { phase } from './progress.mjs';
import { Refusal } from './refusal.mjs';
import { runQuietly } from './run.mjs';

const WEB = join(ROOT, 'apps/web');
/** What Next reads besides its own folder. */
const SHARED = ['packages/contracts/src', 'packages/matching/src'];
const UNREAD = /^(\.next|node_modules|next-env\.d\.ts$)|\.spec\.tsx?$|\.tsbuildinfo$/;

/** Runs `next build` unless the last one had the same sources. */
export async function buildNext() {
  const stamp = join(STAMPS, 'apps-web');
  const sources = fingerprint();
  const last = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (last === sources && existsSync(join(WEB, '.next/BUILD_ID'))) return;
  requireWritable(WEB);
  rmSync(stamp, { force: true });
  await phase('Building the web app', 'Built the web app', nextBuild);
  writeFileSync(stamp, sources);
}

function fingerprint() {
  const folders = [WEB, ...SHARED.map((folder) => join(ROOT, folder))];
  const files = folders.flatMap((folder) =>
    filesIn(folder, (path) => !UNREAD.test(path)).map((path) => join(folder, path)),
  );
  return digest(digestOfFile(join(ROOT, 'package-lock.json')), ...files.flatMap((path) => [path, digestOfFile(path)]));
}

async function nextBuild() {
  const next = join(ROOT, 'node_modules/next/dist/bin/next');
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  try {
    await runQuietly(process.execPath, [next, 'build', WEB], { cwd: WEB, env });
  } catch (error) {
    throw new Refusal(`${error.output ?? error}\nThe web app could not be built; its words are above.`);
  }
}
