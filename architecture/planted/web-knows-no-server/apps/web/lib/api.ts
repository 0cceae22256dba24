import { guard } from '../../server/src/gateway/guard.js';
export const api = guard;
