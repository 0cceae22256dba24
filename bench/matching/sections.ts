import { large, largest } from './large.js';
import { mdgp } from './mdgp.js';
import type { Section } from './section.js';
import { similar } from './similar.js';

/** In the order in which they run. */
export const SECTIONS: readonly Section[] = [similar, large, largest, mdgp];
