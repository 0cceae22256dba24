/** The front door of assessment: what people know and can, and how sure that is. */

export { BringContent } from './app/library/bring-content.js';
export { TaughtContent, type TaughtSkill } from './app/library/taught-content.js';
export { AssessedColumns } from './app/profiles/assessed-columns.js';
export { SeedAssessment, type SeededAssessment } from './app/seed-assessment.js';
export { UNTOLD } from './app/settings/camp-rules.js';
export { type Content, type ContentProblem, contentOf } from './domain/content/content.js';
export { fingerprintOf, readTracks, SHIPPED } from './store/content-files.js';
