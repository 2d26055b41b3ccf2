import { buffer } from 'node:stream/consumers';
import request, { type Response, type Test } from 'supertest';
import { Accounts, type Role } from '#libs/feature/access';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { newId } from '#libs/platform/database';
import { writeCsv, writeXlsx } from '#libs/platform/spreadsheet';
import { eventually } from '../eventually.js';
import { type World } from '../world.js';

export type RegisterLine = Readonly<Record<string, string>>;

export const HEADERS = ['Loại hồ sơ', 'Số thụ lý', 'Mã cơ quan', 'Bước', 'Ngày', 'Nguồn tin', 'Thẩm quyền', 'Căn cứ'];

/** @returns one line of a register of the police of province 31. */
export const line = (number: string, step: string, on: string, more: RegisterLine = {}): RegisterLine => ({
  ...{ 'Loại hồ sơ': 'tin', 'Số thụ lý': number, 'Mã cơ quan': 'CA-31', Bước: step, Ngày: on, ...more },
});
export const received = (number: string): RegisterLine =>
  line(number, 'Tiếp nhận nguồn tin', '05/03/2026', { 'Nguồn tin': 'report' });
export const classified = (number: string): RegisterLine =>
  line(number, 'phan loai', '2026-03-06', { 'Thẩm quyền': 'own' });
export const declined = (number: string): RegisterLine =>
  line(number, 'decline', '20/03/2026', { 'Căn cứ': 'no-event' });

const table = (lines: readonly RegisterLine[]): string[][] => [
  HEADERS,
  ...lines.map((one) => HEADERS.map((header) => one[header] ?? '')),
];
/** @returns a register as the bytes of a file. */
export const csvOf = async (lines: readonly RegisterLine[]): Promise<Buffer> => buffer(writeCsv(table(lines)));
export const xlsxOf = async (lines: readonly RegisterLine[]): Promise<Buffer> =>
  buffer(writeXlsx([{ name: 'So', rows: table(lines) }]));

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
    const account = { username, displayName: `Người giả định ${officeCode}`, role, officeId };
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
  async upload(content: Buffer, fileName: string, fields: RegisterLine = {}, key?: string): Promise<Response> {
    return this.form('vi', key).field(fields).attach('file', content, fileName);
  }

  /** Uploads what must be taken, and waits for its end. */
  async import(content: Buffer, fileName: string, fields: RegisterLine = {}): Promise<RunView> {
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
