import request, { type Response, type Test } from 'supertest';
import { Accounts, type Role } from '#libs/feature/access';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { newId } from '#libs/platform/database';
import { eventually } from '../eventually.js';
import { type World } from '../world.js';

/** What an import has come to, as the API tells it. */
export interface RunView {
  readonly id: string;
  readonly status: string;
  readonly rows: number;
  readonly recorded: number;
  readonly waiting: number;
  readonly alreadyThere: number;
  readonly refused: number;
  readonly failure?: string;
  readonly faults: readonly {
    readonly line: number;
    readonly columns: readonly (string | null)[];
    readonly sentences: readonly string[];
    readonly codes: readonly string[];
  }[];
  readonly next?: number;
}

/** Somebody who imports registers over HTTP. */
export class ImportDesk {
  private constructor(
    private readonly world: World,
    private readonly token: string | undefined,
  ) {}

  /** Gives an account of a role at an office, and signs it in. */
  static async of(world: World, role: Role, officeCode: string): Promise<ImportDesk> {
    const officeId = world.app.get(JurisdictionDirectory).officeByCode(officeCode).id;
    const username = `nap.${role}.${officeCode}`.toLowerCase();
    const account = { username, displayName: `Người giả định ${officeCode}`, role, officeId, mayKeepPassword: true };
    const { password } = await world.app.get(Accounts).create(account);
    const answer = await request(world.app.getHttpServer()).post('/api/v1/session').send({ username, password });
    return new ImportDesk(world, (answer.body as { token: string }).token);
  }

  /** Nobody: without a session. */
  static stranger(world: World): ImportDesk {
    return new ImportDesk(world, undefined);
  }

  /** An upload to which the form is still to be attached. */
  form(language = 'vi', key = newId()): Test {
    return this.signed(request(this.world.app.getHttpServer()).post('/api/v1/imports'))
      .set('idempotency-key', key)
      .set('accept-language', language);
  }

  /** @param fields beside the file. */
  async upload(
    content: Buffer,
    fileName: string,
    fields: Readonly<Record<string, string>> = {},
    key?: string,
  ): Promise<Response> {
    return this.form('vi', key).field(fields).attach('file', content, fileName);
  }

  /** Uploads what must be taken, and waits for its end. */
  async import(content: Buffer, fileName: string, fields: Readonly<Record<string, string>> = {}): Promise<RunView> {
    const answer = await this.upload(content, fileName, fields);
    if (answer.status !== 202) throw new Error(`upload: ${answer.status} ${answer.text}`);
    return this.ended((answer.body as { id: string }).id);
  }

  get(path: string, language = 'vi'): Test {
    return this.signed(request(this.world.app.getHttpServer()).get(`/api/v1/imports/${path}`)).set(
      'accept-language',
      language,
    );
  }

  async view(path: string, language?: string): Promise<RunView> {
    const { status, text, body } = await this.get(path, language);
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${text}`);
    return body as RunView;
  }

  /** Waits until the import has ended. */
  async ended(id: string): Promise<RunView> {
    return eventually('the end of the import', async () => {
      const view = await this.view(id);
      return ['waiting', 'running'].includes(view.status) ? undefined : view;
    });
  }

  /** @returns the bytes of a file. */
  async download(path: string): Promise<{ readonly type: string; readonly name: string; readonly content: Buffer }> {
    const answer = await this.get(path).responseType('blob');
    if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status}`);
    const header = (name: string): string => String(answer.headers[name]);
    return { type: header('content-type'), name: header('content-disposition'), content: answer.body as Buffer };
  }

  private signed(asked: Test): Test {
    return this.token === undefined ? asked : asked.set('authorization', `Bearer ${this.token}`);
  }
}
