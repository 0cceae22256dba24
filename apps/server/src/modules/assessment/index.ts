/** The front door of assessment. */

export { type Content, type ContentProblem, contentOf } from './domain/content/content.js';
export { readTracks, SHIPPED } from './store/content-files.js';
