/** What other modules may ask of accounts, and what accounts tell them. */
export { type NewPerson, People, type Person } from './app/people.js';
export { type SignInLink, SignInLinks } from './app/sign-in-links.js';
export { userRemoved } from './app/topics.js';
