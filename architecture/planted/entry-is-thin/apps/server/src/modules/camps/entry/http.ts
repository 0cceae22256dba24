import { rows } from '../store/camp-store.js';
export const route = rows;
