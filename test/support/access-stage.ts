import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { AuditModule } from '#libs/platform/audit';
import { AccessModule, Accounts, type Role } from '#libs/feature/access';
import { type Settings, SettingsModule } from '#libs/platform/config';
import { DatabaseModule } from '#libs/platform/database';
import { createHttpApplication } from '#libs/platform/http';
import { VaultModule } from '#libs/platform/vault';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** Of every account of the stage. */
export const PASSWORD = 'mot-hai-ba-bon-nam';

/** Where browsers find the application of the stage. */
export const ORIGIN = 'https://theoan.example';

/** Ids of the offices of the stage. */
export const PROVINCE_POLICE = 1;
export const DISTRICT_POLICE = 2;
export const COMMITTEE = 3;

/** A province with its police, the police of a district that passed into it, and its committee. */
const COUNTRY = [
  `insert into territory (id, code, level, name, name_folded, unit_type, valid_from, parent_id) values
    (1, 'VN', 'nation', 'Việt Nam', 'viet nam', 'nation', '2010-01-01', null),
    (2, '31', 'province', 'Tỉnh Bịa', 'tinh bia', 'province', '2010-01-01', 1)`,
  `insert into territory_closure (ancestor_id, descendant_id) values (1, 1), (1, 2), (2, 2)`,
  `insert into office (id, code, name, name_folded, agency, tier, territory_id, valid_from, valid_to) values
    (1, 'CA-31', 'Công an tỉnh Bịa', '', 'police-investigation', 'province', 2, '2010-01-01', null),
    (2, 'CA-31-1', 'Công an huyện Bịa', '', 'police-investigation', 'district', 2, '2010-01-01', '2025-02-28'),
    (3, 'BCD-31', 'Ban Chỉ đạo 138 tỉnh Bịa', '', 'committee', 'province', 2, '2010-01-01', null)`,
  `insert into office_succession (predecessor_id, successor_id, effective_on) values (2, 1, '2025-03-01')`,
];

/** An application with accounts, sessions and whatever routes a suite brings, on a small country of its own. */
export class AccessStage {
  private constructor(
    readonly testDatabase: TestDatabase,
    readonly app: NestFastifyApplication,
    readonly accounts: Accounts,
  ) {}

  /** For beforeAll: access alone, with the routes of the suite. */
  static async build(controllers: Type[] = [], environment: NodeJS.ProcessEnv = {}): Promise<AccessStage> {
    return AccessStage.around((settings) => {
      const database = DatabaseModule.forRoot(settings, { migrate: false });
      const vault = VaultModule.forRoot(settings);
      @Module({ imports: [SettingsModule.forRoot(settings), database, vault, AuditModule, AccessModule], controllers })
      class StageModule {}
      return StageModule;
    }, environment);
  }

  /** For beforeAll: a whole application. */
  static async around(
    moduleOf: (settings: Settings) => Type | DynamicModule,
    environment: NodeJS.ProcessEnv = {},
  ): Promise<AccessStage> {
    const own = { LOG_LEVEL: 'silent', PUBLIC_ORIGIN: ORIGIN };
    const testDatabase = await createTestDatabase({ environment: { ...own, ...environment } });
    for (const statement of COUNTRY) await testDatabase.ownerQuery(statement);
    const app = await createHttpApplication(moduleOf(testDatabase.settings), testDatabase.settings);
    return new AccessStage(testDatabase, app, app.get(Accounts, { strict: false }));
  }

  /** For afterAll. */
  async strike(): Promise<void> {
    await this.app.close();
    await this.testDatabase.drop();
  }

  agent() {
    return supertest(this.app.getHttpServer());
  }

  /** Makes an account with the password of the stage. */
  async create(username: string, role: Role, officeId = PROVINCE_POLICE): Promise<void> {
    const account = { username, displayName: `Tài khoản ${username}`, role, officeId };
    await this.accounts.create({ ...account, password: PASSWORD, mayKeepPassword: true });
  }

  signIn(username: string, password = PASSWORD) {
    return this.agent().post('/api/v1/session').send({ username, password });
  }

  /** @returns the token of a new session. */
  async tokenOf(username: string): Promise<string> {
    const { status, body } = await this.signIn(username);
    if (status !== 201) throw new Error(`${username} cannot sign in: ${status}`);
    return (body as { token: string }).token;
  }

  /** @returns the cookie of a new session, as a browser sends it back. */
  async cookieOf(username: string): Promise<string> {
    const answer = await this.agent()
      .post('/api/v1/session')
      .set({ origin: ORIGIN, 'sec-fetch-site': 'same-origin', 'x-theoan-browser': '1' })
      .send({ username, password: PASSWORD, carrier: 'cookie' });
    if (answer.status !== 201) throw new Error(`${username} cannot sign in: ${answer.status}`);
    return String(answer.headers['set-cookie']).split(';')[0] ?? '';
  }

  /** Asks for a path below /api/v1 with a token. */
  get(path: string, token: string) {
    return this.agent().get(`/api/v1/${path}`).set('Authorization', `Bearer ${token}`);
  }

  /** Instead of moving the clock, moves what was stored into the past. */
  async age(table: string, columns: readonly string[], interval: string): Promise<void> {
    const changes = columns.map((column) => `${column} = ${column} - interval '${interval}'`).join(', ');
    await this.testDatabase.ownerQuery(`update ${table} set ${changes}`);
  }
}
