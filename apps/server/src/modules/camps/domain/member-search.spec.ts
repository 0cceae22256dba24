import { expect, it } from 'vitest';
import { matchesSearch } from './member-search.js';

it.each([
  ['Inês Carvalho', 'ines'],
  ['Inês Carvalho', 'CARV in'],
  ["Siobhán O'Neill", 'neill'],
  ['Soo-ah Park', 'ah pa'],
  ['Inês Carvalho', '  inês  '],
])('finds %s by "%s"', (name, search) => expect(matchesSearch(name, search)).toBe(true));

it.each([
  ['Inês Carvalho', 'nes'],
  ['Inês Carvalho', 'ines costa'],
])('does not find %s by "%s"', (name, search) => expect(matchesSearch(name, search)).toBe(false));
