import { campHistory } from './camps.js';
import { chatHistory } from './chat.js';
import type { History } from './history.js';
import { matchingHistory } from './matching.js';

export const HISTORIES: readonly History[] = [campHistory, matchingHistory, chatHistory];
