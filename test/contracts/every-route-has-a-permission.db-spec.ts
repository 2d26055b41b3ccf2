import 'reflect-metadata';
import { type Type } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/internal';
import { ModulesContainer } from '@nestjs/core';
import { type OpenAPIObject } from '@nestjs/swagger';
import { PERMISSION_NAMES, type Permission, ROLES, type Role, holds, routeAccess } from '#libs/feature/access';
import { SECURITY_HEADERS, describeApi } from '#libs/platform/http';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { AccessStage } from '../support/access-stage.js';

/** Whatever else is public must be added here, under a reviewer's eyes. */
const PUBLIC = [
  'get /livez',
  'get /readyz',
  'post /api/v1/session',
  'post /api/v1/session/second-factor',
  'post /api/v1/session/second-factor/key-options',
];
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const ANY_ID = '0190a000-0000-7000-8000-00000000000a';

interface Handler {
  readonly name: string;
  readonly access: ReturnType<typeof routeAccess>;
}

interface Operation {
  readonly name: string;
  readonly method: (typeof METHODS)[number];
  readonly path: string;
  readonly permission?: Permission;
}

/** Every method of every controller that answers a path, as Nest itself finds them. */
function handlersOf(modules: ModulesContainer): Handler[] {
  const controllers = [...modules.values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    const controller = metatype as Type;
    const prototype = controller.prototype as Record<string, unknown>;
    return Object.getOwnPropertyNames(prototype)
      .map((name) => ({ name, handler: prototype[name] }))
      .filter((one): one is { name: string; handler: object } => typeof one.handler === 'function')
      .filter(({ name, handler }) => name !== 'constructor' && Reflect.hasMetadata(PATH_METADATA, handler))
      .map(({ name, handler }) => ({ name: `${controller.name}.${name}`, access: routeAccess(handler, controller) }));
  });
}

function operationsOf(document: OpenAPIObject): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method] as { 'x-permission'?: Permission } | undefined;
      if (!operation) return [];
      const permission = operation['x-permission'];
      return [{ name: `${method} ${path}`, method, path, ...(permission ? { permission } : {}) }];
    }),
  );
}

let stage: AccessStage;
let handlers: Handler[];
let operations: Operation[];
const tokens = new Map<Role, string>();

beforeAll(async () => {
  stage = await AccessStage.around((settings) => ApiModule.forRoot(settings));
  handlers = handlersOf(stage.app.get(ModulesContainer));
  operations = operationsOf(describeApi(stage.app));
  for (const role of ROLES) {
    await stage.create(`nguoi.${role}`, role);
    tokens.set(role, await stage.tokenOf(`nguoi.${role}`));
  }
}, 60_000);

afterAll(async () => {
  await stage.strike();
});

const call = ({ method, path }: Operation, role?: Role) => {
  const request = stage.agent()[method](path.replace(/\{\w+\}/g, ANY_ID));
  return role === undefined ? request : request.set('Authorization', `Bearer ${tokens.get(role)!}`);
};

describe('every route of the API', () => {
  it('names a permission, or is public', () => {
    expect(handlers.filter(({ access }) => access === undefined).map(({ name }) => name)).toEqual([]);
    expect(handlers.length).toBeGreaterThan(40);
  });

  it('names a permission that exists', () => {
    const named = handlers.flatMap(({ access }) => (access?.kind === 'permission' ? [access.permission] : []));
    expect(named.filter((permission) => !PERMISSION_NAMES.includes(permission))).toEqual([]);
  });

  it('is described, with its permission, so that none escapes the tests below', () => {
    expect(operations).toHaveLength(handlers.length);
    const publicOnes = operations.filter(({ permission }) => permission === undefined).map(({ name }) => name);
    expect(publicOnes.sort()).toEqual(PUBLIC);
  });

  it('asks for a session, before it looks at anything else', async () => {
    const wrong: string[] = [];
    for (const operation of operations.filter(({ permission }) => permission !== undefined)) {
      const { status, body } = await call(operation);
      if (status !== 401 || body.code !== 'access.sign-in-required') wrong.push(`${operation.name}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('asks for a session where Fastify answers HEAD for GET', async () => {
    for (const { path, permission } of operations.filter(({ method }) => method === 'get')) {
      if (permission === undefined) continue;
      expect([path, (await stage.agent().head(path.replace(/\{\w+\}/g, ANY_ID))).status]).toEqual([path, 401]);
    }
  });

  it('answers with every security header, whoever asks, whatever it answers', async () => {
    for (const operation of operations) {
      if (operation.name === 'delete /api/v1/session') continue;
      for (const role of [undefined, 'investigator', 'administrator'] as const) {
        const { headers } = await call(operation, role);
        expect([operation.name, headers]).toEqual([operation.name, expect.objectContaining(SECURITY_HEADERS)]);
      }
    }
  });

  it.each(ROLES)('opens to the %s where the role holds its permission and nowhere else', async (role) => {
    const wrong: string[] = [];
    for (const operation of operations) {
      const { permission, name } = operation;
      if (permission === undefined || name === 'delete /api/v1/session') continue;
      const { status, body } = await call(operation, role);
      const isRefused = status === 403 && body.code === 'access.forbidden';
      if (isRefused === holds(role, permission)) wrong.push(`${name}: ${status} ${body.code as string}`);
      if (status === 401 || status >= 500) wrong.push(`${name}: ${status} ${body.code as string}`);
    }
    expect(wrong).toEqual([]);
  });
});
