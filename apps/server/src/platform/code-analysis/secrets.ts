import type { Found } from './findings.js';
import type { Source } from './source.js';

/** By the forms that their makers gave them; each is found in linear time. */
const KINDS: readonly [kind: string, form: RegExp][] = [
  ['AWS', /\b(AKIA|ASIA)[A-Z0-9]{16}\b/g],
  ['GitHub', /\b(gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,})/g],
  ['GitLab', /\bglpat-[A-Za-z0-9_-]{20,}/g],
  ['OpenAI, Anthropic', /\bsk-(ant-|proj-)?[A-Za-z0-9_-]{24,}/g],
  ['Stripe', /\b[rs]k_live_[A-Za-z0-9]{16,}/g],
  ['Slack', /\bxox[abprs]-[A-Za-z0-9-]{10,}/g],
  ['Google', /\bAIza[A-Za-z0-9_-]{35}/g],
  ['npm', /\bnpm_[A-Za-z0-9]{36}\b/g],
  ['private key', /-----BEGIN ([A-Z]+ )?PRIVATE KEY-----/g],
  ['JWT', /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/g],
  ['password in an address', /\b[a-z][a-z0-9+]{2,15}:\/\/[^\s:/@'"]{1,64}:[^\s:/@'"${}<]{3,128}@[\w.-]/g],
  [
    'password or key',
    /\b\w{0,40}(password|passwd|secret|api_?key|access_?token|auth_?token|private_?key)["']?\s{0,4}[:=]\s{0,4}["'`][^\s"'`${}<>]{8,200}["'`]/gi,
  ],
];
/** What stands where a secret would. */
const STAND_IN = /x{4}|\*{3}|\.{3}|your|example|changeme|placeholder|dummy|test|secret["'`]$|password["'`]$/i;

/** Keys and passwords in a text, never quoted. */
export function* secretsIn({
  text,
  lineOf,
}: Pick<Source, 'text'> & { lineOf(offset: number): number }): Generator<Found> {
  const lines = new Set<number>();
  for (const [kind, form] of KINDS) {
    for (const { 0: match, index } of text.matchAll(form)) {
      if (kind === 'password or key' && STAND_IN.test(match.slice(match.search(/[:=]/)))) continue;
      const line = lineOf(index);
      if (!lines.has(line)) yield { line, rule: 'secret', values: { kind } };
      lines.add(line);
    }
  }
}
