import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { applicationDataSource } from './data-source.js';

const message = (type: string, body: string): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + Buffer.byteLength(body, 'latin1'));
  return Buffer.concat([Buffer.from(type), length, Buffer.from(body, 'latin1')]);
};

/** Lets in whoever knocks and shows the door in the same breath. */
const INHOSPITABLE = Buffer.concat([
  message('R', '\0\0\0\0'),
  message('Z', 'I'),
  message('E', 'SFATAL\0C57P01\0Mterminating connection\0\0'),
]);

describe('a connection that the server ends in the moment of connecting', () => {
  it('is the error of whoever wanted it, not the end of the process', async () => {
    const server = net.createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(INHOSPITABLE));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const url = `postgres://someone:word@127.0.0.1:${port}/theoan`;
    const source = applicationDataSource({ url, stepDown: false }, { pool: 1 });
    await expect(source.initialize()).rejects.toThrow();
    server.close();
  });
});
