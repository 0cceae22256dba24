import type { Server } from 'socket.io';

/** How the processes that hold sockets reach each other's. Events of streams do not travel this way. */
export abstract class SocketFanOut {
  abstract attach(server: Server): void;
  abstract close(): Promise<void>;
}
