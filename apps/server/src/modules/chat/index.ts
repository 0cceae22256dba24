/** The front door of chat: words for a demo to begin with. */
export { SeedChat, type SeededMessage } from './app/seed-chat.js';
