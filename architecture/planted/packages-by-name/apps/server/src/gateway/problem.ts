import { errors } from '../../../../packages/contracts/src/errors.js';
export const problem = errors;
