import { parser as css } from '@lezer/css';
import { parser as html } from '@lezer/html';
import { parser as javascript } from '@lezer/javascript';
import { parser as json } from '@lezer/json';
import type { LRParser } from '@lezer/lr';
import { parser as python } from '@lezer/python';

export type Family = 'javascript' | 'python' | 'html' | 'css' | 'json';

export interface Language {
  family: Family;
  parser: LRParser;
}

const script = (dialect: string): Language => ({ family: 'javascript', parser: javascript.configure({ dialect }) });

const BY_ENDING: Readonly<Record<string, Language>> = {
  js: script('jsx'),
  mjs: script('jsx'),
  cjs: script('jsx'),
  jsx: script('jsx'),
  ts: script('ts'),
  mts: script('ts'),
  cts: script('ts'),
  tsx: script('ts jsx'),
  py: { family: 'python', parser: python },
  html: { family: 'html', parser: html },
  htm: { family: 'html', parser: html },
  css: { family: 'css', parser: css },
  json: { family: 'json', parser: json },
};

/** Null for what no grammar here reads: then only its lines are looked at. */
export const languageOf = (path: string): Language | null =>
  BY_ENDING[/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''] ?? null;
