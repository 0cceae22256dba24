import { exact } from './exact.js';
import { large, largest } from './large.js';
import { mdgp } from './mdgp.js';
import { rules } from './rules.js';
import type { Section } from './section.js';
import { similar } from './similar.js';

/** In the order in which they run. */
export const SECTIONS: readonly Section[] = [exact, similar, large, largest, mdgp, rules];
