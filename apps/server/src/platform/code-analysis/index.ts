/** What code tells without being run: whether it parses, how complex it is, what its tests are, and what is bad style. */
export { analyseCode, type CodeFile } from './analyse.js';
