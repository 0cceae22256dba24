import { route } from '../entry/http.js';
export const createCamp = route;
