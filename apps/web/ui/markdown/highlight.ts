import bash from 'highlight.js/lib/languages/bash';
import css from 'highlight.js/lib/languages/css';
import http from 'highlight.js/lib/languages/http';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';

const lowlight = createLowlight({ bash, css, html: xml, http, javascript, json, python, sql, typescript, yaml });

/** A piece of a line, and how the design colours it: keyword, function, string, number, comment. */
export interface Token {
  text: string;
  tone: 'k' | 'f' | 's' | 'n' | 'c' | null;
}

const TONES: Readonly<Record<string, Token['tone']>> = {
  keyword: 'k',
  tag: 'k',
  name: 'k',
  'selector-tag': 'k',
  meta: 'k',
  title: 'f',
  function_: 'f',
  built_in: 'f',
  attr: 'f',
  attribute: 'f',
  property: 'f',
  string: 's',
  regexp: 's',
  'selector-class': 's',
  'selector-id': 's',
  number: 'n',
  literal: 'n',
  symbol: 'n',
  comment: 'c',
};

/** Code as lines of tokens; in a language that is not known, of one token each. */
export function highlight(language: string, code: string): readonly (readonly Token[])[] {
  const lines: Token[][] = [[]];
  for (const { text, tone } of lowlight.registered(language)
    ? tokens(lowlight.highlight(language, code).children, null)
    : [{ text: code, tone: null }]) {
    for (const [at, piece] of text.split('\n').entries()) {
      if (at > 0) lines.push([]);
      if (piece !== '') lines.at(-1)?.push({ text: piece, tone });
    }
  }
  return lines;
}

type Nodes = ReturnType<typeof lowlight.highlight>['children'];

/** The tree that the highlighter gives, flat; the innermost scope that has a tone decides. */
function* tokens(nodes: Nodes, tone: Token['tone']): Generator<Token> {
  for (const node of nodes) {
    if (node.type === 'text') yield { text: node.value, tone };
    else if (node.type === 'element') yield* tokens(node.children as Nodes, toneOf(node.properties.className) ?? tone);
  }
}

function toneOf(classNames: unknown): Token['tone'] {
  const names = Array.isArray(classNames) ? classNames.map((name) => String(name).replace('hljs-', '')) : [];
  return names.map((name) => TONES[name] ?? null).find((tone) => tone !== null) ?? null;
}
