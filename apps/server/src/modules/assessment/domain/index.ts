/**
 * The engine of assessment, pure: for commands on files and benchmarks, which wait for no server, and for the worker
 * thread of a calibration. Other modules go through the front door beside the folder.
 */
export { Random } from '../../../kernel/random.js';
export { AdaptiveTest, type Choice, type TestOptions } from './adaptive/adaptive-test.js';
export { type ExposureControls, exposureControls } from './adaptive/exposure.js';
export { type BankItem, type BankSkill, ItemBank } from './adaptive/item-bank.js';
export { referenceBank } from './adaptive/reference-bank.js';
export { normalAbilities, simulateTest } from './adaptive/simulate.js';
export { authoredParameters } from './irt/item-parameters.js';
export { type Answer, type Estimate, estimateAbility } from './irt/posterior.js';
export { information, probability, type ResponseParameters } from './irt/response.js';
export {
  areaUnderCurve,
  fitSkills,
  type PracticeAnswer,
  predictEach,
  type TracedSkill,
} from './mastery/practice-log.js';
export { type PrerequisiteRow, problemsIn } from './skills/prerequisite-rows.js';
