/** The front door of assessment: what people know and can, and how sure that is. */

export { ChangeItems } from './app/bank/change-items.js';
export { BringContent } from './app/library/bring-content.js';
export { TaughtContent, type TaughtSkill, type TaughtTrack } from './app/library/taught-content.js';
export { type Checked, CheckSkill } from './app/practice/check-skill.js';
export { AssessedColumns } from './app/profiles/assessed-columns.js';
export { SkillStandings } from './app/profiles/skill-standings.js';
export { SeedAssessment, type SeededAssessment } from './app/seed-assessment.js';
export { UNTOLD } from './app/settings/camp-rules.js';
export { SKILLS_SHOWN } from './app/topics.js';
export { adviceOn } from './domain/bank/advice.js';
export { MASTERED } from './domain/class-results.js';
export { type Content, type ContentProblem, contentOf } from './domain/content/content.js';
export type { SkillStanding } from './domain/practice/standing.js';
export { fingerprintOf, readTracks, SHIPPED } from './store/content-files.js';
