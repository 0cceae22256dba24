/** The front door of the curriculum: what to learn next, and what it is learnt from. */

export { BringLessons } from './app/lessons/bring-lessons.js';
export { FindContent } from './app/search/find-content.js';
export { RefreshSearch } from './app/search/refresh-search.js';
export { SeedPaths } from './app/seed-paths.js';
export { provedBlocks } from './domain/content/lesson-text.js';
export { lessonsOf } from './domain/content/lessons.js';
export { readLessons, SHIPPED_LESSONS } from './store/lessons/lesson-files.js';
