import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut and mended, as if the server had died and come back at the same address. */
export class BreakableLink {
  private readonly sockets = new Set<Socket>();
  private readonly entrance = createServer((from) => this.join(from));
  private port = 0;

  constructor(private readonly target: URL) {}

  get url(): string {
    const url = new URL(this.target);
    url.host = `127.0.0.1:${this.port}`;
    return url.href;
  }

  async mend(): Promise<this> {
    this.entrance.listen(this.port, '127.0.0.1');
    await once(this.entrance, 'listening');
    this.port = (this.entrance.address() as AddressInfo).port;
    return this;
  }

  async cut(): Promise<void> {
    if (!this.entrance.listening) return;
    const closed = once(this.entrance, 'close');
    this.entrance.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private join(from: Socket): void {
    const to = connect(Number(this.target.port), this.target.hostname);
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      this.sockets.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
