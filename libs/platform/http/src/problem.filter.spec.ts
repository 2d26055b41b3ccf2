import { type AddressInfo, connect } from 'node:net';
import { Writable } from 'node:stream';
import { Controller, Get, Module, NotFoundException, Param } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { DomainError } from '#libs/domain/kernel';
import { DatabaseUnavailable } from '#libs/platform/database';
import { createLogger } from '#libs/platform/observability';
import { Public, RequestRefused, createHttpApplication, sentenceFor } from './index.js';

const THROWN: Readonly<Record<string, () => Error>> = {
  rule: () =>
    new DomainError('step.not-possible', 'rule', {
      command: 'indict',
      status: 'under-investigation',
      article: 'Đ.240, 243 BLTTHS',
      possible: ['charge', 'conclude'],
    }),
  malformed: () => new DomainError('step.malformed', 'malformed', { fields: ['source', 'placeId'] }),
  forbidden: () => new DomainError('step.not-your-office', 'forbidden', { command: 'charge', article: 'Đ.179 BLTTHS' }),
  'not-found': () => new DomainError('file.not-found', 'not-found'),
  conflict: () => new DomainError('file.changed-meanwhile', 'conflict', { status: 'suspended', possible: ['resume'] }),
  unavailable: () => new DatabaseUnavailable('connection', 'ECONNREFUSED'),
  busy: () => new RequestRefused(429, 'access.too-many-attempts', { seconds: 30 }, { 'retry-after': '30' }),
  unknown: () => Object.assign(new Error('password of Người Bịa Đặt'), { detail: 'secret' }),
  nest: () => new NotFoundException('/inner/path is not there'),
};

@Public()
@Controller('probe')
class ProbeController {
  @Get('throw/:what')
  throw(@Param('what') what: string): never {
    throw THROWN[what]!();
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

let app: NestFastifyApplication;
const logged: string[] = [];
const agent = () => supertest(app.getHttpServer());
const get = (path: string) => agent().get(`/api/v1/probe/${path}`);

beforeAll(async () => {
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      logged.push(chunk.toString());
      done();
    },
  });
  app = await createHttpApplication(ProbeModule, { logLevel: 'debug' }, createLogger('debug', sink));
  await app.listen(0, '127.0.0.1');
});

afterAll(async () => {
  await app.close();
});

describe('a refusal', () => {
  it('is a problem with a code, a sentence, the article and what is possible', async () => {
    const { status, body, headers } = await get('throw/rule');
    expect(status).toBe(409);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(headers['content-language']).toBe('vi');
    expect(body).toEqual({
      type: 'urn:theoan:problem:step.not-possible',
      title: 'Không thực hiện được lúc này',
      status: 409,
      fileStatus: 'under-investigation',
      code: 'step.not-possible',
      detail:
        'Không thể “Truy tố” khi hồ sơ ở trạng thái “đang điều tra”. Việc có thể làm lúc này: Khởi tố bị can, Kết thúc điều tra.',
      article: 'Đ.240, 243 BLTTHS',
      possible: ['charge', 'conclude'],
      instance: `urn:uuid:${headers['x-request-id']}`,
    });
  });

  it('is told in English to whoever asks', async () => {
    const { body, headers } = await get('throw/rule').set('Accept-Language', 'en-GB,en;q=0.9');
    expect(headers['content-language']).toBe('en');
    expect(headers.vary).toContain('accept-language');
    expect(body.detail).toBe(
      '“Indict” is not possible while the file is “under investigation”. Possible now: Charge an accused, Conclude the investigation.',
    );
  });

  it.each([
    ['malformed', 400, 'step.malformed'],
    ['forbidden', 403, 'step.not-your-office'],
    ['not-found', 404, 'file.not-found'],
    ['conflict', 409, 'file.changed-meanwhile'],
    ['nest', 404, 'request.route-not-found'],
  ])('of the kind %s is %i %s', async (kind, status, code) => {
    const answer = await get(`throw/${kind}`);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.detail.length).toBeGreaterThan(20);
  });

  it('names every field that a step states wrongly', async () => {
    const { body } = await get('throw/malformed').set('Accept-Language', 'en');
    expect(body.faults).toEqual([
      { field: 'source', code: 'field.malformed', detail: expect.stringContaining('kind') },
      { field: 'placeId', code: 'field.malformed', detail: expect.stringContaining('kind') },
    ]);
  });

  it('says when to come again', async () => {
    const down = await get('throw/unavailable');
    expect([down.status, down.body.code, down.headers['retry-after']]).toEqual([503, 'service.unavailable', '2']);
    const busy = await get('throw/busy');
    expect([busy.status, busy.headers['retry-after']]).toEqual([429, '30']);
    expect(busy.body.detail).toContain('30 giây');
  });

  it('of the inside tells nothing but a reference, which the log has too', async () => {
    const { status, body, headers } = await get('throw/unknown');
    expect([status, body.code]).toEqual([500, 'service.failed']);
    expect(JSON.stringify(body)).not.toMatch(/Bịa|password|secret|at /);
    const lines = logged.filter((line) => line.includes(headers['x-request-id']!));
    expect(lines.some((line) => line.includes('"event":"failure"') && line.includes('"name":"Error"'))).toBe(true);
    expect(lines.join('')).not.toMatch(/Bịa|secret/);
  });

  it.each(['/api/v1/nowhere', '/nowhere', '/api/v1/probe/filter/'])(
    'of an unknown address %s is a problem',
    async (path) => {
      const { status, body } = await agent().get(path);
      expect([status, body.code]).toEqual([404, 'request.route-not-found']);
    },
  );

  it('of an address that cannot be decoded is a problem with the headers of all others', async () => {
    const { status, body, headers } = await agent().get('/api/v1/probe/%zz');
    expect([status, body.code]).toEqual([400, 'request.url-malformed']);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('of what is no HTTP at all is a problem as well', async () => {
    const { port } = app.getHttpServer().address() as AddressInfo;
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk: Buffer) => (text += chunk.toString())).on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request/);
    expect(answer).toContain('"code":"request.malformed"');
  });
});

describe('a refusal on the command line', () => {
  it('is the sentence with the article', () => {
    const error = new DomainError('extend.too-long', 'rule', {
      longest: '2026-05-16',
      article: 'Đ.147 khoản 2 BLTTHS',
    });
    expect(sentenceFor(error, 'vi')).toBe(
      'Thời hạn vượt quá mức luật cho phép. Ngày muộn nhất là 16/05/2026. (Đ.147 khoản 2 BLTTHS)',
    );
    expect(sentenceFor(new DomainError('nothing.known', 'rule'), 'en')).toBe('nothing.known');
  });
});
