import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type OpenAPIObject } from '@nestjs/swagger';
import { describeApi } from '#libs/platform/http';
import { REPOSITORY, World } from '../support/world.js';

const COMMITTED = path.join(REPOSITORY, 'docs/generated/openapi.json');
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & { readonly 'x-permission'?: string };

/** Anybody may ask for these. */
const PUBLIC = [
  'post /api/v1/session',
  'post /api/v1/session/second-factor',
  'post /api/v1/session/second-factor/key-options',
  'get /livez',
  'get /readyz',
];

describe('the description of the API', () => {
  let world: World;
  let document: OpenAPIObject;
  let operations: (readonly [string, Operation])[];

  beforeAll(async () => {
    world = await World.start();
    document = describeApi(world.app);
    operations = Object.entries(document.paths).flatMap(([route, item]) =>
      METHODS.flatMap((method) => (item[method] ? [[`${method} ${route}`, item[method]] as const] : [])),
    );
  }, 120_000);

  afterAll(async () => world.stop());

  it('is the committed one; UPDATE_GENERATED=1 rewrites it', () => {
    const text = `${JSON.stringify(document, null, 2)}\n`;
    if (process.env['UPDATE_GENERATED'] === '1') {
      mkdirSync(path.dirname(COMMITTED), { recursive: true });
      writeFileSync(COMMITTED, text);
    }
    expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(COMMITTED, 'utf8')));
  });

  it('tells of every operation what it is for and what it demands', () => {
    const silent = operations.filter(([, { summary }]) => !summary?.trim()).map(([name]) => name);
    expect(silent).toEqual([]);
    const open = operations.filter(([, operation]) => !operation['x-permission']).map(([name]) => name);
    expect(open.sort()).toEqual([...PUBLIC].sort());
    const unguarded = operations.filter(([, { security }]) => !security?.length).map(([name]) => name);
    expect(unguarded.sort()).toEqual([...PUBLIC].sort());
  });

  it('describes every answer, by a schema where it has a body', () => {
    const plain = operations.filter(([name, { responses }]) => {
      if (name.startsWith('get /livez') || name.startsWith('get /readyz')) return false;
      const [status, answer] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? [];
      if (status === '204') return false;
      const contents = answer && 'content' in answer ? Object.values(answer.content ?? {}) : [];
      return !contents.some(({ schema }) => schema !== undefined);
    });
    expect(plain.map(([name]) => name)).toEqual([]);
  });

  it('tells how a command may be refused', () => {
    const commands = operations.filter(([, { parameters = [] }]) =>
      parameters.some((one) => 'name' in one && one.name === 'Idempotency-Key'),
    );
    expect(commands.length).toBeGreaterThan(40);
    for (const [, { responses }] of commands) {
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '401', '403', '404', '409']));
    }
  });

  it('holds no reference that leads nowhere', () => {
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name!,
    );
    const known = Object.keys(document.components?.schemas ?? {});
    expect([...new Set(references)].filter((name) => !known.includes(name))).toEqual([]);
  });
});
