/** What tells of persons, and how it is hidden from a model and put back. */
export { type Found, Mask } from './mask.js';
export { identitiesIn } from './rules.js';
