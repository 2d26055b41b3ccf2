import { Controller, Delete, Get, Patch, Post, Put } from '@nestjs/common';
import { AccessStage, ORIGIN, PASSWORD } from '../../../../test/support/access-stage.js';
import { Requires } from './index.js';

let changes = 0;

@Controller('probe')
@Requires('session.own')
class ProbeController {
  @Get()
  read(): unknown {
    return { secret: 'of one’s own' };
  }

  @Post()
  change(): unknown {
    changes += 1;
    return {};
  }

  @Put()
  put(): unknown {
    return this.change();
  }

  @Patch()
  patch(): unknown {
    return this.change();
  }

  @Delete()
  remove(): unknown {
    return this.change();
  }
}

let stage: AccessStage;
let cookie: string;

beforeAll(async () => {
  stage = await AccessStage.build([ProbeController]);
  await stage.create('dieutra', 'investigator');
  cookie = await stage.cookieOf('dieutra');
});

afterAll(() => stage.strike());

beforeEach(() => {
  changes = 0;
});

const OWN = { origin: ORIGIN, 'sec-fetch-site': 'same-origin', 'x-theoan-browser': '1' };
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Headers = Readonly<Record<string, string>>;

/** What a browser would send with our cookie, were SameSite=Strict not there: the second wall must hold alone. */
const send = (method: Method, headers: Headers, path = 'probe', body = '{}') => {
  const agent = stage.agent();
  const request = agent[method](`/api/v1/${path}`).set({ cookie, ...headers });
  return method === 'get' ? request : request.send(body);
};

const JSON_BODY = { 'content-type': 'application/json' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const TEXT = { 'content-type': 'text/plain' };
const UPLOAD = { 'content-type': 'multipart/form-data; boundary=b' };

/** From where: origins that are not ours, however near they look. */
const STRANGERS: readonly string[] = [
  'https://evil.example',
  'null',
  'http://theoan.example',
  'https://theoan.example:8443',
  'https://theoan.example.evil.example',
  'https://evil-theoan.example',
  'https://sub.theoan.example',
  'https://theoan.example@evil.example',
  'https://theoan.example/',
  'https://THEOAN.example',
  'https://theoan.example https://evil.example',
  'https://xn--theon-gra.example',
  'file://',
  '',
];

const without = (name: keyof typeof OWN): Headers =>
  Object.fromEntries(Object.entries(OWN).filter(([one]) => one !== name));

const VARIANTS: (readonly [string, Method, Headers, string?])[] = [
  ...STRANGERS.map((origin) => [`JSON from ${origin}`, 'post', { ...OWN, ...JSON_BODY, origin }] as const),
  ...['cross-site', 'same-site', 'none', 'other'].flatMap((site) => [
    [`JSON that is ${site} with our origin`, 'post', { ...OWN, ...JSON_BODY, 'sec-fetch-site': site }] as const,
    [`a form that is ${site}`, 'post', { ...FORM, origin: 'https://evil.example', 'sec-fetch-site': site }] as const,
  ]),
  ['JSON without an origin', 'post', { ...without('origin'), ...JSON_BODY }],
  ['JSON with a referrer in place of an origin', 'post', { ...without('origin'), ...JSON_BODY, referer: `${ORIGIN}/` }],
  ['JSON without the header', 'post', { ...without('x-theoan-browser'), ...JSON_BODY }],
  ['JSON with nothing but the cookie', 'post', JSON_BODY],
  ['JSON with another host', 'post', { ...JSON_BODY, origin: 'https://evil.example', host: 'evil.example' }],
  [
    'JSON with a forwarded host',
    'post',
    { ...JSON_BODY, origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
  ],
  ['JSON as text', 'post', { ...TEXT, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['JSON as text from our origin', 'post', { ...OWN, ...TEXT }],
  ['JSON as text with a JSON parameter', 'post', { ...OWN, 'content-type': 'text/plain; a=application/json' }],
  ['a form from our origin', 'post', { ...OWN, ...FORM }],
  ['an upload form', 'post', { ...UPLOAD, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['an empty body', 'post', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['PUT', 'put', { ...JSON_BODY, origin: 'https://evil.example' }],
  ['PATCH', 'patch', { ...JSON_BODY, origin: 'https://evil.example' }],
  ['DELETE', 'delete', { ...JSON_BODY, origin: 'https://evil.example' }],
  ['DELETE without an origin', 'delete', { ...JSON_BODY, 'x-theoan-browser': '1' }],
  ['a link', 'get', { 'sec-fetch-site': 'cross-site' }],
  ['an overriding header', 'get', { 'sec-fetch-site': 'none', 'x-http-method-override': 'POST' }],
  ['an overriding header of another name', 'get', { 'sec-fetch-site': 'none', 'x-method-override': 'DELETE' }],
  ['an overriding parameter', 'get', { 'sec-fetch-site': 'none' }, 'probe?_method=POST'],
  ['an overriding header in a form', 'post', { ...FORM, 'x-http-method-override': 'PUT' }],
  ['a bearer header that is none', 'post', { ...JSON_BODY, origin: 'https://evil.example', authorization: 'Bearer ' }],
  ['the cookie’s token as a bearer token', 'post', { ...JSON_BODY, authorization: 'Bearer COOKIE' }],
];

describe('a forged request', () => {
  it('comes in more than 40 variants', () => {
    expect(new Set(VARIANTS.map(([name]) => name)).size).toBe(VARIANTS.length);
    expect(VARIANTS.length).toBeGreaterThan(40);
  });

  it.each(VARIANTS.map(([name, ...request]) => ({ name, request })))(
    'as $name changes nothing',
    async ({ request }) => {
      const [method, headers, path] = request;
      const token = cookie.split('=')[1]!;
      const sent = Object.entries(headers).map(([name, value]) => [name, value.replace('COOKIE', token)]);
      const { status } = await send(method, Object.fromEntries(sent), path);
      expect(changes).toBe(0);
      if (method !== 'get') expect([401, 403, 415]).toContain(status);
    },
  );

  it('says what to do instead', async () => {
    const { status, body } = await send('post', { ...OWN, ...JSON_BODY, origin: 'https://evil.example' });
    expect([status, body.code]).toEqual([403, 'access.foreign-request']);
    expect(body.detail).toContain(ORIGIN);
  });

  it.each(['cross-site', 'same-site'])('does not read either when it is %s', async (site) => {
    const { status, text } = await send('get', { 'sec-fetch-site': site });
    expect(status).toBe(403);
    expect(text).not.toContain('secret');
  });

  it('does not sign a browser in as somebody else', async () => {
    const credentials = { username: 'dieutra', password: PASSWORD, carrier: 'cookie' };
    const forged = await stage
      .agent()
      .post('/api/v1/session')
      .set({ origin: 'https://evil.example' })
      .send(credentials);
    expect([forged.status, forged.headers['set-cookie']]).toEqual([403, undefined]);
  });

  it('is asked about in vain: no answer allows another origin', async () => {
    const asked = await stage
      .agent()
      .options('/api/v1/probe')
      .set({ origin: 'https://evil.example', 'access-control-request-method': 'POST' });
    const names = Object.keys({ ...asked.headers, ...(await send('get', {})).headers });
    expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});

describe('the session of a browser', () => {
  it('is a cookie of this host alone that no script reads, and no token is told', async () => {
    const { status, body, headers } = await stage
      .agent()
      .post('/api/v1/session')
      .set(OWN)
      .send({ username: 'dieutra', password: PASSWORD, carrier: 'cookie' });
    expect(status).toBe(201);
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-theoan=[A-Za-z0-9_-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/),
    ]);
    expect(body.token).toBeUndefined();
    expect(body.account.username).toBe('dieutra');
  });

  it('reads and changes from our own pages', async () => {
    expect((await send('get', {})).status).toBe(200);
    expect((await send('get', { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await send('post', { ...OWN, ...JSON_BODY })).status).toBe(201);
    // Browsers that do not tell the site tell the origin.
    expect((await send('post', { ...without('sec-fetch-site'), ...JSON_BODY })).status).toBe(201);
    expect(changes).toBe(2);
  });

  it('is not a token of programs, nor the reverse', async () => {
    const token = await stage.tokenOf('dieutra');
    const asCookie = await stage
      .agent()
      .get('/api/v1/probe')
      .set({ cookie: `__Host-theoan=${token}` });
    expect([asCookie.status, asCookie.body.code]).toEqual([401, 'access.session-ended']);
    const asBearer = await stage.get('probe', cookie.split('=')[1]!);
    expect([asBearer.status, asBearer.body.code]).toEqual([401, 'access.session-ended']);
    expect((await stage.get('probe', token)).status).toBe(200);
  });

  it('is not guessed at when two cookies of its name come', async () => {
    const { status } = await stage
      .agent()
      .get('/api/v1/probe')
      .set({ cookie: `${cookie}; ${cookie}` });
    expect(status).toBe(401);
  });

  it('ends when one signs out, and the browser forgets it', async () => {
    cookie = await stage.cookieOf('dieutra');
    const { status, headers } = await send('delete', { ...OWN, ...JSON_BODY }, 'session');
    expect(status).toBe(204);
    expect(headers['set-cookie']).toEqual([expect.stringMatching(/^__Host-theoan=; Max-Age=0; Path=\/; Secure/)]);
    expect(headers['clear-site-data']).toBe('"cache", "storage"');
    expect((await send('get', {})).status).toBe(401);
  });
});
