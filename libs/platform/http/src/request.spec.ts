import { request as httpRequest } from 'node:http';
import { type AddressInfo } from 'node:net';
import { Body, Controller, Get, Module, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min, ValidateNested } from 'class-validator';
import { type FastifyRequest } from 'fastify';
import supertest from 'supertest';
import { CommandId, type Language, Public, RequestedLanguage, createHttpApplication, labelOf } from './index.js';

class PartDto {
  @IsInt()
  @Min(1)
  @Max(6)
  clause: number;
}

class StepDto {
  @IsString()
  @Length(1, 60)
  number: string;

  @IsIn(['own', 'other'])
  competence: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => PartDto)
  part?: PartDto;

  @IsOptional()
  @IsArray()
  @IsUUID(undefined, { each: true })
  ids?: string[];
}

class FilterDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  limit?: number;

  @IsOptional()
  @IsString()
  q?: string;
}

@Public()
@Controller('probe')
class ProbeController {
  @Post('step')
  step(@CommandId() commandId: string, @Body() dto: StepDto): unknown {
    return { commandId, dto, isDto: dto instanceof StepDto };
  }

  @Get('filter')
  filter(@Query() filter: FilterDto, @RequestedLanguage() language: Language): unknown {
    return { filter, charge: labelOf('command', 'charge', language) };
  }

  @Get('id/:id')
  byId(@Param('id', ParseUUIDPipe) id: string): unknown {
    return { id };
  }

  @Post('body')
  body(@Body() body: unknown): unknown {
    return { body };
  }

  @Post('upload')
  async upload(@Req() request: FastifyRequest): Promise<unknown> {
    const file = await request.file();
    return { bytes: (await file?.toBuffer())?.length };
  }

  @Post('uploads')
  async uploads(@Req() request: FastifyRequest): Promise<unknown> {
    const sizes: number[] = [];
    for await (const file of request.files()) sizes.push((await file.toBuffer()).length);
    return { sizes };
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

let app: NestFastifyApplication;
const KEY = '0190a000-0000-7000-8000-00000000000a';
const agent = () => supertest(app.getHttpServer());
const get = (path: string) => agent().get(`/api/v1/probe/${path}`);
const post = (path: string) => agent().post(`/api/v1/probe/${path}`);

beforeAll(async () => {
  app = await createHttpApplication(ProbeModule, { logLevel: 'silent' });
  await app.listen(0, '127.0.0.1');
});

afterAll(async () => {
  await app.close();
});

describe('the fields of a request', () => {
  const valid = { number: '01/2026', competence: 'own' };

  it('reach the route as the class they are described by', async () => {
    const { status, body } = await post('step')
      .set('Idempotency-Key', KEY)
      .send({ ...valid, part: { clause: 2 } });
    expect(status).toBe(201);
    expect(body).toEqual({ commandId: KEY, dto: { ...valid, part: { clause: 2 } }, isDto: true });
  });

  it('are all judged at once, each with its path, its code and a sentence', async () => {
    const wrong = { number: '', competence: 'mine', part: { clause: 9, extra: 1 }, ids: ['x'], isAdmin: true };
    const { status, body } = await post('step').set('Idempotency-Key', KEY).send(wrong);
    expect([status, body.code]).toEqual([400, 'request.invalid']);
    expect(
      Object.fromEntries(body.faults.map((one: { field: string; code: string }) => [one.field, one.code])),
    ).toEqual({
      number: 'field.isLength',
      competence: 'field.isIn',
      'part.clause': 'field.max',
      'part.extra': 'field.whitelistValidation',
      ids: 'field.isUuid',
      isAdmin: 'field.whitelistValidation',
    });
    const details = body.faults.map((one: { detail: string }) => one.detail);
    expect(details).toEqual(
      expect.arrayContaining(['Phải có từ 1 đến 60 ký tự.', 'Phải là một trong: own, other.', 'Nhiều nhất là 6.']),
    );
    expect(body.detail).toContain('6 chỗ');
  });

  it.each([
    ['a list', [valid]],
    ['an empty list', []],
    ['a text', '"x"'],
    ['null', 'null'],
    ['nothing', ''],
  ])('that are %s instead of an object are refused', async (_, sent) => {
    const body = typeof sent === 'string' ? sent : JSON.stringify(sent);
    const answer = await post('step').set('Idempotency-Key', KEY).set('Content-Type', 'application/json').send(body);
    expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid']);
  });

  it('of the query are judged too, and a field given twice is refused', async () => {
    expect((await get('filter?limit=5')).body.filter).toEqual({ limit: 5 });
    expect((await get('filter?limit=x&other=1')).body.faults).toHaveLength(2);
    expect((await get('filter?q=a&q=b')).body.faults).toEqual([
      expect.objectContaining({ field: 'q', code: 'field.isString' }),
    ]);
    expect((await get('filter?__proto__=x')).status).toBe(400);
  });

  it('may be named to people in their language', async () => {
    expect((await get('filter')).body.charge).toBe('Khởi tố bị can');
    expect((await get('filter').set('Accept-Language', 'en')).body.charge).toBe('Charge an accused');
  });

  it('in the path are checked: an id is a UUID', async () => {
    expect((await get(`id/${KEY}`)).body).toEqual({ id: KEY });
    const { status, body } = await get('id/17');
    expect([status, body.code]).toEqual([400, 'request.id-malformed']);
  });

  it.each(['filter?q=%00', 'filter?%00=x', 'id/%00'])('may not hold NUL: %s', async (path) => {
    const { status, body } = await get(path);
    expect([status, body.code]).toEqual([400, 'request.query-nul']);
  });
});

describe('a command', () => {
  it.each([
    [undefined, 'request.idempotency-key-missing'],
    ['', 'request.idempotency-key-missing'],
    ['17', 'request.idempotency-key-malformed'],
    [`${KEY}, ${KEY}`, 'request.idempotency-key-malformed'],
  ])('with the key %j is refused: %s', async (key, code) => {
    const request = post('step').send({ number: '1', competence: 'own' });
    if (key !== undefined) void request.set('Idempotency-Key', key);
    const { status, body } = await request;
    expect([status, body.code]).toEqual([400, code]);
  });

  it('has one key however it is written', async () => {
    const { body } = await post('step')
      .set('Idempotency-Key', KEY.toUpperCase())
      .send({ number: '1', competence: 'own' });
    expect(body.commandId).toBe(KEY);
  });
});

describe('an odd body', () => {
  const send = (text: string, type = 'application/json') => post('body').set('Content-Type', type).send(text);

  it.each([
    ['{"a":', 'request.json-malformed'],
    ['{"__proto__":{}}', 'request.invalid'],
    ['{"a":"\\u0000"}', 'request.invalid'],
    ['{"a":"\\ud800"}', 'request.invalid'],
    ['['.repeat(100_000), 'request.json-too-deep'],
  ])('%# is refused with 400', async (text, code) => {
    const { status, body } = await send(text);
    expect([status, body.code]).toEqual([400, code]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])(
    'as %s is not taken',
    async (type) => {
      const { status, body } = await send('a=1', type);
      expect([status, body.code]).toEqual([415, 'request.media-type-unsupported']);
    },
  );

  it('of more than 1 MB is refused', async () => {
    const { status, body } = await send(JSON.stringify('x'.repeat(1024 * 1024)));
    expect([status, body.code]).toEqual([413, 'request.too-large']);
    expect(body.detail).toContain('1 MB');
  });

  it('that announces 100 MB is refused before it is sent', async () => {
    const { port } = app.getHttpServer().address() as AddressInfo;
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': String(100 * 1024 * 1024) };
      const request = httpRequest({ port, path: '/api/v1/probe/body', method: 'POST', headers }, (response) => {
        resolve(response.statusCode);
        request.destroy();
      });
      request.on('error', reject);
      request.write('[');
    });
    expect(status).toBe(413);
  });
});

describe('an upload', () => {
  it('takes one file', async () => {
    const { status, body } = await post('upload').attach('file', Buffer.alloc(2000), 'register.csv');
    expect([status, body.bytes]).toEqual([201, 2000]);
  });

  it.each([
    ['no boundary', 'multipart/form-data', '--x\r\n'],
    [
      'cut off',
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n1',
    ],
    ['no part', 'multipart/form-data; boundary=x', 'nothing'],
  ])('whose form has %s is refused', async (_, type, text) => {
    const { status, body } = await post('upload').set('Content-Type', type).send(text);
    expect([status, body.code]).toEqual([400, 'request.malformed']);
  });

  it('of two files is refused', async () => {
    const { status, body } = await post('uploads').attach('a', Buffer.alloc(9), 'a').attach('b', Buffer.alloc(9), 'b');
    expect([status, body.code]).toEqual([413, 'request.too-many-parts']);
  });

  it('of something else than a form is refused', async () => {
    const { status, body } = await post('upload').send({});
    expect([status, body.code]).toEqual([415, 'request.media-type-unsupported']);
  });
});
