import { createCamp } from '../app/create-camp.js';
export const rows = createCamp;
