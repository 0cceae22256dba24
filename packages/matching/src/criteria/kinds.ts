import type { CriterionKind } from '@tailcamp/contracts';
import { apart } from './apart.js';
import { atLeast } from './at-least.js';
import { atMost } from './at-most.js';
import { balance } from './balance.js';
import { cover } from './cover.js';
import { gather } from './gather.js';
import type { Compile } from './measure.js';
import { notAlone } from './not-alone.js';
import { overlap } from './overlap.js';
import { preference } from './preference.js';
import { roles } from './roles.js';
import { diverse, similar } from './similar.js';
import { spread } from './spread.js';
import { together } from './together.js';

/** Every kind of criterion; a new one is a file and a line here. */
export const KINDS: { readonly [K in CriterionKind]: Compile<K> } = {
  similar,
  diverse,
  cover,
  balance,
  spread,
  gather,
  notAlone,
  atLeast,
  atMost,
  overlap,
  together,
  apart,
  preference,
  roles,
};
