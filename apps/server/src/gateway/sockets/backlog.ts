import type { EventEmitter } from 'node:events';

/** What one connection of Engine.IO is still to send. Socket.IO keeps it in memory without a bound; we do not. */
export class Backlog {
  #packets = 0;

  constructor(private readonly connection: Pick<EventEmitter, 'on' | 'off'>) {
    connection.on('packetCreate', () => {
      this.#packets += 1;
    });
    connection.on('flush', () => {
      this.#packets = 0;
    });
  }

  get packets(): number {
    return this.#packets;
  }

  /** Resolves when all was handed to the network; false when the connection ended, or it took longer than `ms`. */
  async drained(ms: number): Promise<boolean> {
    if (this.#packets === 0) return true;
    return new Promise((resolve) => {
      const settle = (drained: boolean) => {
        clearTimeout(timer);
        this.connection.off('drain', onDrain);
        this.connection.off('close', onClose);
        resolve(drained);
      };
      const onDrain = () => settle(true);
      const onClose = () => settle(false);
      const timer = setTimeout(onClose, ms);
      this.connection.on('drain', onDrain);
      this.connection.on('close', onClose);
    });
  }
}
