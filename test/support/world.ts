import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import request, { type Response } from 'supertest';
import type { Agency } from '#libs/domain/jurisdiction';
import { Accounts, type Role } from '#libs/feature/access';
import { FILE_TOPICS, type RecordedResult } from '#libs/feature/casework';
import { type IdentityBreak, IdentityCheck } from '#libs/feature/compliance';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { PrepareProduct } from '#libs/feature/product';
import { newId } from '#libs/platform/database';
import { createHttpApplication } from '#libs/platform/http';
import { createLogger } from '#libs/platform/observability';
import { TheoanModule } from '../../apps/theoan/src/theoan.module.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export const REPOSITORY = path.resolve(__dirname, '../..');

/** Somebody at a desk: a signed-in account of a role at an office. */
export class Officer {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly token: string,
    readonly officeId: number,
    readonly accountId: string,
  ) {}

  /** Sends a command under a key of its own, or under the given one. */
  async post(to: string, body: object = {}, key: string = newId()): Promise<Response> {
    return request(this.app.getHttpServer())
      .post(`/api/v1${to}`)
      .set('authorization', `Bearer ${this.token}`)
      .set('idempotency-key', key)
      .send(body);
  }

  /** Puts something in the place of what is there. */
  async put(to: string, body: object): Promise<Response> {
    return request(this.app.getHttpServer())
      .put(`/api/v1${to}`)
      .set('authorization', `Bearer ${this.token}`)
      .send(body);
  }

  /** Asks. */
  async get(from: string, language = 'vi'): Promise<Response> {
    return request(this.app.getHttpServer())
      .get(`/api/v1${from}`)
      .set('authorization', `Bearer ${this.token}`)
      .set('accept-language', language);
  }

  /** Sends a command that must succeed. @returns the body. @throws Error with the refusal. */
  async does(to: string, body: object = {}): Promise<RecordedResult> {
    const response = await this.post(to, body);
    if (response.status >= 300) throw new Error(`POST ${to}: ${response.status} ${response.text}`);
    return response.body as RecordedResult;
  }
}

/** The job suites run again on Redis: `npm test` sets the address. Each world has queues of its own there. */
const queue = (): NodeJS.ProcessEnv => {
  const url = process.env['TEST_REDIS_URL'];
  return url ? { REDIS_URL: url, QUEUE_PREFIX: `world-${randomBytes(6).toString('hex')}` } : {};
};

/** The whole product on a database of its own: HTTP, jobs, territories, offices and plans; no files yet. */
export class World {
  private constructor(
    readonly database: TestDatabase,
    readonly app: NestFastifyApplication,
  ) {}

  /** @param environment variables beside the database's addresses, such as REDIS_URL. */
  static async start(environment: NodeJS.ProcessEnv = {}): Promise<World> {
    const database = await createTestDatabase({ environment: { LOG_LEVEL: 'error', ...queue(), ...environment } });
    const { settings } = database;
    const app = await createHttpApplication(TheoanModule.forRoot(settings, true), settings, createLogger('error'));
    await app.get(PrepareProduct).loadReference(REPOSITORY);
    return new World(database, app);
  }

  /** Gives an account of a role at an office, and signs it in. */
  async officer(role: Role, officeCode: string): Promise<Officer> {
    const office = this.app.get(JurisdictionDirectory).officeByCode(officeCode);
    const username = `${role}.${officeCode}`.toLowerCase().replaceAll('_', '-');
    const { account, password } = await this.app.get(Accounts).create({
      username,
      displayName: `Người giả định ${officeCode}`,
      role,
      officeId: office.id,
      mayKeepPassword: true,
    });
    const answer = await request(this.app.getHttpServer()).post('/api/v1/session').send({ username, password });
    if (answer.status >= 300) throw new Error(`sign-in: ${answer.status} ${answer.text}`);
    return new Officer(this.app, answer.body.token as string, office.id, account.id);
  }

  officeId(code: string): number {
    return this.app.get(JurisdictionDirectory).officeByCode(code).id;
  }

  /** @returns the code of an office of that agency on the ground of another one. */
  officeCodeIn(officeCode: string, agency: Agency): string {
    const { offices } = this.app.get(JurisdictionDirectory).current;
    const seated = offices.inSubtreeOf(offices.get(this.officeId(officeCode)).territoryId);
    const found = seated.find((one) => one.agency === agency);
    if (!found) throw new Error(`no ${agency} at ${officeCode}`);
    return found.code;
  }

  /** Waits until the outbox is empty: every recorded step is in the figures and in the limits that run. */
  async settled(): Promise<void> {
    for (let left = 200; left > 0; left -= 1) {
      const rows = await this.database.ownerQuery<{ n: number }>(
        'select count(*)::int as n from outbox where topic = any($1)',
        [FILE_TOPICS],
      );
      if (rows[0]?.n === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the outbox did not empty');
  }

  /** @returns the identities of the dockets that are broken, once every recorded step is in the figures. */
  async brokenIdentities(): Promise<readonly IdentityBreak[]> {
    await this.settled();
    return (await this.app.get(IdentityCheck).run()).breaks;
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}
