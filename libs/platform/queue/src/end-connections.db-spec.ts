import net, { type AddressInfo } from 'node:net';
import { Database } from '#libs/platform/database';
import { startJobApplication } from '../../../../test/support/job-application.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { QueueDesk } from './index.js';

const DELAY_MS = 50;

/** A long way to the server: what is sent arrives later, the farewell of a connection too. It ends as the server ends it. */
class LongWay {
  readonly connections = new Set<net.Socket>();
  private readonly door = net.createServer({ allowHalfOpen: true }, (near) => this.pass(near));

  constructor(private readonly server: URL) {}

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.door.listen(0, '127.0.0.1', resolve));
    const url = new URL(this.server);
    url.port = String((this.door.address() as AddressInfo).port);
    return url.href;
  }

  shut(): void {
    this.door.close();
    for (const one of this.connections) one.destroy();
  }

  private pass(near: net.Socket): void {
    this.connections.add(near);
    const far = net.connect(Number(this.server.port), this.server.hostname);
    near.on('data', (bytes) => setTimeout(() => far.write(bytes), DELAY_MS));
    far.pipe(near);
    far.on('close', () => {
      this.connections.delete(near);
      near.destroy();
    });
    for (const end of [near, far]) end.on('error', () => far.destroy());
  }
}

describe('an application that has been closed', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('has no connection left, of the database or of the queues: its server may be stopped at once', async () => {
    const way = new LongWay(new URL(database.application.url));
    const databaseUrl = await way.open();
    const app = await startJobApplication({ ...database.settings, databaseUrl }, { work: false });
    await Promise.all([1, 2, 3].map(() => app.get(Database).ping()));
    await app.get(QueueDesk).listCounts();
    expect(way.connections.size).toBeGreaterThan(3);

    await app.close();
    const left = way.connections.size;
    way.shut();
    expect(left).toBe(0);
  });
});
