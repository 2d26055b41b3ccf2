import net from 'node:net';

/** A door to a Redis that can be shut: whoever is inside is thrown out, whoever knocks is refused. */
export class RedisDoor {
  private readonly sockets = new Set<net.Socket>();
  private server: net.Server | undefined;
  private port = 0;

  constructor(private readonly target: URL) {}

  /** Opens the door, on the same port as before. */
  async open(): Promise<void> {
    const server = net.createServer((visitor) => this.lead(visitor));
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.port, '127.0.0.1', resolve);
    });
    const address = server.address();
    this.port = typeof address === 'object' && address ? address.port : 0;
  }

  /** Shuts it. */
  async shut(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = undefined;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Address of the door, and behind it the same database. */
  get url(): string {
    const address = new URL(this.target);
    address.hostname = '127.0.0.1';
    address.port = String(this.port);
    return address.href;
  }

  private lead(visitor: net.Socket): void {
    const inside = net.connect(Number(this.target.port || 6379), this.target.hostname);
    for (const [socket, other] of [
      [visitor, inside],
      [inside, visitor],
    ] as const) {
      this.sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  }
}
