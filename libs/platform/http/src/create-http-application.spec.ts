import { type AddressInfo, connect } from 'node:net';
import { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { Body, Controller, Get, Ip, Module, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsString } from 'class-validator';
import supertest from 'supertest';
import { DatabaseUnavailable } from '#libs/platform/database';
import { createLogger } from '#libs/platform/observability';
import {
  CommandId,
  HealthModule,
  Public,
  Readiness,
  SECURITY_HEADERS,
  closeWithin,
  createHttpApplication,
} from './index.js';

class StepDto {
  @ApiProperty()
  @IsString()
  number: string;
}

const SLOW_IN_MILLISECONDS = 300;

@Public()
@Controller('probe')
class ProbeController {
  @Post('step')
  step(@CommandId() commandId: string, @Body() dto: StepDto): unknown {
    return { commandId, dto };
  }

  @Get('address')
  address(@Ip() address: string): string {
    return address;
  }

  @Get('filter')
  filter(): unknown {
    return {};
  }

  @Get('throw')
  throw(): never {
    throw new Error('of our own');
  }

  @Get('slow')
  async slow(): Promise<unknown> {
    await wait(SLOW_IN_MILLISECONDS);
    return { slow: true };
  }

  @Get('never')
  async never(): Promise<unknown> {
    return new Promise(() => undefined);
  }
}

let isDatabaseUp = true;

@Module({
  imports: [
    HealthModule.register({
      inject: [],
      checks: () => [
        {
          name: 'database',
          check: async () => {
            if (!isDatabaseUp) throw new DatabaseUnavailable('connection');
          },
        },
      ],
    }),
  ],
  controllers: [ProbeController],
})
class ProbeModule {}

let app: NestFastifyApplication;
const logged: string[] = [];
const agent = () => supertest(app.getHttpServer());
const headersBut = (name: string) =>
  Object.fromEntries(Object.entries(SECURITY_HEADERS).filter(([one]) => one !== name));
const get = (path: string) => agent().get(`/api/v1/probe/${path}`);

const start = async (trustedProxies: string[] = []): Promise<NestFastifyApplication> => {
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      logged.push(chunk.toString());
      done();
    },
  });
  const started = await createHttpApplication(
    ProbeModule,
    { logLevel: 'debug', trustedProxies },
    createLogger('debug', sink),
  );
  await started.listen(0, '127.0.0.1');
  return started;
};

beforeAll(async () => {
  app = await start();
});

afterAll(async () => {
  await app.close();
});

describe('the address of a client', () => {
  const addressBehind = async (trustedProxies: string[], forwardedFor?: string): Promise<string> => {
    const behind = await start(trustedProxies);
    try {
      const request = supertest(behind.getHttpServer()).get('/api/v1/probe/address');
      const { text } = await (forwardedFor === undefined ? request : request.set('x-forwarded-for', forwardedFor));
      return text;
    } finally {
      await behind.close();
    }
  };

  it.each<[string, string[], string | undefined, string]>([
    ['is the connection’s, whatever the client says, when no proxy is named', [], '203.0.113.7', '127.0.0.1'],
    ['is the connection’s when other proxies are named', ['10.0.0.0/8'], '203.0.113.7', '127.0.0.1'],
    ['is what the named proxy says', ['loopback'], '203.0.113.7', '203.0.113.7'],
    [
      'is the nearest stranger’s, not what he says of himself',
      ['loopback'],
      '198.51.100.1, 203.0.113.7',
      '203.0.113.7',
    ],
    ['passes a chain of named proxies', ['127.0.0.1', '10.0.0.0/8'], '203.0.113.7, 10.9.8.7', '203.0.113.7'],
    ['is the proxy’s own when it says nothing', ['loopback'], undefined, '127.0.0.1'],
  ])('%s', async (_, proxies, forwardedFor, address) => {
    expect(await addressBehind(proxies, forwardedFor)).toBe(address);
  });
});

describe('every answer', () => {
  it.each(['/api/v1/probe/filter', '/api/v1/probe/throw', '/nowhere', '/livez', '/api/docs-json', '/%zz'])(
    'of %s forbids storing, framing, sniffing and scripts',
    async (path) => {
      const { headers } = await agent().get(path);
      expect(headers).toMatchObject(SECURITY_HEADERS);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy':
          "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
      });
      expect(headers['x-powered-by']).toBeUndefined();
    },
  );

  it('to bytes that are no HTTP has them too', async () => {
    const { port } = app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1').end('NOT HTTP\r\n\r\n');
    const text = (await socket.setEncoding('utf8').toArray()).join('').toLowerCase();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      expect(text).toContain(`${name}: ${value}`.toLowerCase());
    }
  });

  it('has an id of ours, whatever the client claims', async () => {
    const { headers } = await get('filter').set('X-Request-Id', 'forged').set('Request-Id', 'forged');
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('leaves one line in the log, with the route and not the address', async () => {
    const { headers } = await get('filter?q=NguoiBiaDat');
    const lines = logged.filter((line) => line.includes(headers['x-request-id']!)).map((line) => JSON.parse(line));
    expect(lines).toEqual([
      expect.objectContaining({ event: 'request', method: 'GET', route: '/api/v1/probe/filter', status: 200 }),
    ]);
    expect(logged.join('')).not.toContain('NguoiBiaDat');
  });
});

describe('the documentation', () => {
  it('describes the routes, the key of commands and the refusals', async () => {
    const { body } = await agent().get('/api/docs-json');
    const operation = body.paths['/api/v1/probe/step'].post;
    expect(operation.parameters).toEqual([
      expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: true }),
    ]);
    expect(operation.responses.default.content['application/problem+json'].schema.$ref).toBe(
      '#/components/schemas/Problem',
    );
    expect(Object.keys(body.components.schemas.Problem.properties)).toEqual(
      expect.arrayContaining(['code', 'detail', 'article', 'possible', 'faults', 'instance']),
    );
  });

  it('is a page that loads nothing from elsewhere', async () => {
    const { text, headers } = await agent().get('/api/docs');
    const policy = headers['content-security-policy']!;
    expect(policy).toContain("object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers).toMatchObject(headersBut('content-security-policy'));
    expect(text.match(/(?:src|href)=["'](?:https?:)?\/\//g)).toBeNull();
    const links = [...text.matchAll(/(?:src|href)=["']([^"']+)["']/g)].map(([, link]) => link!);
    expect(links.length).toBeGreaterThan(4);
    for (const link of links) {
      const { pathname } = new URL(link, 'http://localhost/api/docs');
      expect([pathname, (await agent().get(pathname)).status]).toEqual([pathname, 200]);
    }
  });
});

describe('the policy of the page', () => {
  const open = async () => {
    const { text, headers } = await agent().get('/api/docs');
    const [, nonce = ''] = /script-src 'nonce-([^']+)'/.exec(headers['content-security-policy']!) ?? [];
    return { text, nonce };
  };

  it('lets what the page brings run by a nonce, which no other answer has', async () => {
    const [first, second] = [await open(), await open()];
    expect(first.nonce).toMatch(/^[A-Za-z0-9+/]{24}$/);
    expect(second.nonce).not.toBe(first.nonce);
    const parts = first.text.match(/<(?:script|style|link rel="stylesheet")[^>]*>/g) ?? [];
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.filter((part) => !part.includes(`nonce="${first.nonce}"`))).toEqual([]);
    expect(first.text).not.toContain(second.nonce);
  });
});

describe('the signs of life', () => {
  it('follow what the process needs, and its stopping', async () => {
    expect((await agent().get('/readyz')).body).toEqual({ status: 'ready', checks: { database: 'ok' } });
    isDatabaseUp = false;
    const down = await agent().get('/readyz');
    expect([down.status, down.body]).toEqual([503, { status: 'not-ready', checks: { database: 'failed' } }]);
    expect((await agent().get('/livez')).body).toEqual({ status: 'alive' });
    isDatabaseUp = true;
    expect((await agent().get('/readyz')).status).toBe(200);
    app.get(Readiness).stop();
    const stopping = await agent().get('/readyz');
    expect([stopping.status, stopping.body.status]).toEqual([503, 'stopping']);
  });
});

describe('stopping', () => {
  it('finishes the requests that run, refuses to be called ready, and then answers nothing', async () => {
    const other = await start();
    const url = await other.getUrl();
    const running = fetch(`${url}/api/v1/probe/slow`);
    await wait(SLOW_IN_MILLISECONDS / 3);
    const closing = closeWithin(other, 5_000);
    expect(await (await running).json()).toEqual({ slow: true });
    expect(await closing).toBe(true);
    await expect(fetch(`${url}/livez`)).rejects.toThrow();
  });

  it('cuts off a request that does not end', async () => {
    const other = await start();
    const running = fetch(`${await other.getUrl()}/api/v1/probe/never`);
    const cutOff = expect(running).rejects.toThrow();
    await wait(SLOW_IN_MILLISECONDS / 3);
    expect(await closeWithin(other, SLOW_IN_MILLISECONDS)).toBe(false);
    await cutOff;
  });
});
