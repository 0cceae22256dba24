import { SocketFanOut } from './index.js';

/** One process holds every socket; Socket.IO's own adapter in memory does. */
export class LocalSocketFanOut extends SocketFanOut {
  attach(): void {}

  async close(): Promise<void> {}
}
