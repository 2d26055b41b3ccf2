import net from 'node:net';

/** A door before a server, that can be shut: connections break then, and new ones are refused. */
export interface Gate {
  /** The same address, through the door. */
  through(url: string): string;
  shut(): Promise<void>;
  open(): Promise<void>;
}

/** @returns a door before the server of this address, open. */
export async function openGate(url: string): Promise<Gate> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<net.Socket>();
  const door = net.createServer((inside) => {
    const outside = net.connect(Number(port), hostname);
    for (const [one, other] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
      one.pipe(other);
    }
  });
  const listen = (at: number): Promise<void> => new Promise((resolve) => door.listen(at, '127.0.0.1', resolve));
  await listen(0);
  const { port: own } = door.address() as net.AddressInfo;
  return {
    through: (address) => {
      const changed = new URL(address);
      changed.hostname = '127.0.0.1';
      changed.port = String(own);
      return changed.href;
    },
    open: () => listen(own),
    shut: () =>
      new Promise((resolve) => {
        door.close(() => resolve());
        for (const socket of sockets) socket.destroy();
        sockets.clear();
      }),
  };
}
