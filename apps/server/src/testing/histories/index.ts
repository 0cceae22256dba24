import { campHistory } from './camps.js';
import type { History } from './history.js';

export const HISTORIES: readonly History[] = [campHistory];
