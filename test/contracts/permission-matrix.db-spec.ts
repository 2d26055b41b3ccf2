import request from 'supertest';
import { type Permission, ROLES, type Role, holds } from '#libs/feature/access';
import { newId } from '#libs/platform/database';
import { describeApi } from '#libs/platform/http';
import { BodyFromDescription } from '../support/body-from-description.js';
import { type Officer, World } from '../support/world.js';

/** Who looks at a file that the police of Hải Phòng hold: how the office stands to the holder, and whether it sees the file. */
const OFFICES = {
  'CA-31': { relation: 'holder', sees: true },
  'CA-BCA-C02': { relation: 'above the holder', sees: true },
  'CAX-11311': { relation: 'below the holder', sees: false },
  'CA-01': { relation: 'sibling', sees: false },
  'VKS-31': { relation: 'supervises the holder', sees: true },
  'VKS-01': { relation: 'supervises a sibling', sees: false },
  'TA-31': { relation: 'other agency', sees: false },
  'SYT-31': { relation: 'other agency', sees: false },
  'BCD-31': { relation: 'committee of the ground', sees: true },
  'BCD-01': { relation: 'committee of another ground', sees: false },
} as const;
type OfficeCode = keyof typeof OFFICES;
const OFFICE_CODES = Object.keys(OFFICES) as OfficeCode[];

/** What a route is about. One that is not named here fails the suite, under a reviewer’s eyes. */
const ABOUT_FILES = /^\/api\/v1\/(denunciations|cases|investigations|prosecutions|trials)\/\{id\}(\/|$)/;
const LISTS_OF_FILES: Readonly<Record<string, 'denunciation' | 'case'>> = {
  '/api/v1/denunciations': 'denunciation',
  '/api/v1/cases': 'case',
  '/api/v1/key-cases': 'case',
  '/api/v1/difficulties': 'case',
  '/api/v1/deadlines?limit=200': 'case',
};
/** About a person, whom an office meets in its files or not at all: libs/feature/persons/src/*.db-spec.ts. */
const ABOUT_PERSONS = ['/api/v1/persons/search', '/api/v1/persons/{id}/reveal', '/api/v1/persons/{id}/corrections'];
/** Their answer hangs on the role alone, whatever the office. */
const ABOUT_NO_FILE = [
  '/api/v1/campaigns',
  '/api/v1/compliance',
  '/api/v1/compliance/list',
  '/api/v1/compliance/recompute',
  '/api/v1/days-off',
  '/api/v1/days-off/{year}',
  '/api/v1/deadlines/counts',
  '/api/v1/deadlines/notices',
  '/api/v1/deadlines/notices/{id}/read',
  '/api/v1/denunciations/carry-over',
  '/api/v1/imports',
  '/api/v1/imports/template.csv',
  '/api/v1/imports/template.xlsx',
  '/api/v1/imports/{id}',
  '/api/v1/imports/{id}/faults.csv',
  '/api/v1/imports/{id}/faults.xlsx',
  '/api/v1/investigations',
  '/api/v1/investigations/carry-over',
  '/api/v1/offices',
  '/api/v1/plans',
  '/api/v1/plans/{id}',
  '/api/v1/releases',
  '/api/v1/releases/{id}',
  '/api/v1/releases/{id}/approve',
  '/api/v1/releases/{id}/table.csv',
  '/api/v1/session',
  '/api/v1/session/factors',
  '/api/v1/session/factors/app',
  '/api/v1/session/factors/app/confirmation',
  '/api/v1/session/factors/keys',
  '/api/v1/session/factors/keys/options',
  '/api/v1/session/factors/keys/{id}',
  '/api/v1/session/factors/recovery-codes',
  '/api/v1/session/password',
  '/api/v1/session/re-authentication',
  '/api/v1/session/re-authentication/key-options',
  '/api/v1/territories',
];

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

interface Route {
  readonly name: string;
  readonly method: (typeof METHODS)[number];
  readonly path: string;
  readonly permission: Permission;
  readonly body: Record<string, unknown> | undefined;
}

const files: Record<string, string> = {};
/** What the description does not tell: another file that is there, a reason of three letters. */
const STATED: Readonly<Record<string, () => Record<string, unknown>>> = {
  'post /api/v1/investigations/{id}/join': () => ({ intoCaseId: files['other case'] }),
  'post /api/v1/cases/{id}/corrections': () => ({ reason: 'ghi nhầm' }),
  'post /api/v1/denunciations/{id}/corrections': () => ({ reason: 'ghi nhầm' }),
};

let world: World;
let routes: Route[];
const people = new Map<string, Officer>();

const cells = OFFICE_CODES.flatMap((office) => ROLES.map((role) => ({ office, role })));
const whoIs = (role: Role, office: OfficeCode): Officer => people.get(`${role}@${office}`)!;

/** The version is never the file’s, so that no step changes anything; its refusal comes after every question of access. */
const versioned = (bodies: BodyFromDescription, path: string, method: Route['method']): Route['body'] => {
  const body = bodies.of(path, method);
  return body && bodies.takes(path, method, 'expectedVersion') ? { ...body, expectedVersion: 999 } : body;
};

const readRoutes = (): Route[] => {
  const document = describeApi(world.app);
  const bodies = new BodyFromDescription(document);
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const permission = (item[method] as { 'x-permission'?: Permission } | undefined)?.['x-permission'];
      if (permission === undefined) return [];
      return [{ name: `${method} ${path}`, method, path, permission, body: versioned(bodies, path, method) }];
    }),
  );
};

/** Two files, everything that lists tell of them, and somebody of each role at each office. */
beforeAll(async () => {
  world = await World.start();
  for (const { role, office } of cells) people.set(`${role}@${office}`, await world.officer(role, office));
  const investigator = whoIs('investigator', 'CA-31');
  const occurredOn = '2026-06-01';
  const received = { number: newId(), source: 'denunciation', occurredOn };
  files['denunciation'] = (await investigator.does('/denunciations', received)).subjectId;
  for (const name of ['case', 'other case']) {
    const instituted = { number: newId(), offence: { article: 150, clause: 1 }, occurredOn };
    files[name] = (await investigator.does('/investigations', instituted)).subjectId;
  }
  const of = `/cases/${files['case']}`;
  await investigator.does(`${of}/mark-key-case`, { occurredOn });
  await investigator.does(`${of}/note-difficulty`, { occurredOn, category: 'law', summary: 'chưa rõ' });
  await world.settled();
  routes = readRoutes();
}, 300_000);

afterAll(async () => world.stop());

const answerTo = async ({ name, method, path, body }: Route, by: Officer, id: string) => {
  const server = request(world.app.getHttpServer());
  const sent = server[method](path.replace(/\{\w+\}/g, id))
    .set('authorization', `Bearer ${by.token}`)
    .set('idempotency-key', newId());
  const { status, body: answer } = await (body ? sent.send({ ...body, ...STATED[name]?.() }) : sent);
  return { status, code: (answer as { code?: string }).code };
};

/** @returns the answers that are not as told, and how many were looked at. */
const compare = async (
  about: readonly Route[],
  told: (route: Route, role: Role, office: OfficeCode) => string,
  idOf: (route: Route) => string,
) => {
  const wrong: string[] = [];
  let looked = 0;
  for (const route of about) {
    for (const { role, office } of cells) {
      const { status, code = '' } = await answerTo(route, whoIs(role, office), idOf(route));
      const wanted = told(route, role, office);
      const got = ['access.forbidden', 'file.not-found'].find((one) => one === code) ?? 'let through';
      const isFault = status === 401 || status >= 500 || code === 'request.invalid';
      if (got !== wanted || isFault) wrong.push(`${route.name} ${role} ${office}: ${status} ${code}, not ${wanted}`);
      looked += 1;
    }
  }
  return { wrong, looked };
};

describe('every route × role × office', () => {
  it('is about a file, a list of files, or no file', () => {
    const lists = Object.keys(LISTS_OF_FILES).map((path) => path.split('?')[0]);
    const others = [...lists, ...ABOUT_NO_FILE, ...ABOUT_PERSONS];
    const known = (path: string) => ABOUT_FILES.test(path) || others.includes(path);
    expect(routes.filter(({ path }) => !known(path)).map(({ name }) => name)).toEqual([]);
    expect(ABOUT_NO_FILE.filter((path) => !routes.some((route) => route.path === path))).toEqual([]);
  });

  it('opens a file to a role that holds the permission, at an office that sees it, and is silent to all others', async () => {
    const about = routes.filter(({ path }) => ABOUT_FILES.test(path));
    const { wrong, looked } = await compare(
      about,
      ({ permission }, role, office) => {
        if (!holds(role, permission)) return 'access.forbidden';
        return OFFICES[office].sees ? 'let through' : 'file.not-found';
      },
      ({ path }) => files[path.includes('/denunciations/') ? 'denunciation' : 'case']!,
    );
    expect(wrong).toEqual([]);
    expect(looked).toBe(about.length * ROLES.length * OFFICE_CODES.length);
    process.stdout.write(
      `permission matrix: ${routes.length} routes, ${about.length} about a file, ${looked} cells ` +
        `(${ROLES.length} roles x ${OFFICE_CODES.length} offices), ${wrong.length} mismatches\n`,
    );
  }, 300_000);

  it('answers of a file that is not there as of one that the office does not see', async () => {
    const about = routes.filter(({ path }) => ABOUT_FILES.test(path));
    for (const route of about) {
      const role = ROLES.find((one) => holds(one, route.permission))!;
      const foreign = files[route.path.includes('/denunciations/') ? 'denunciation' : 'case']!;
      const [unseen, missing] = [
        await answerTo(route, whoIs(role, 'CA-01'), foreign),
        await answerTo(route, whoIs(role, 'CA-01'), newId()),
      ];
      expect([route.name, unseen]).toEqual([route.name, missing]);
    }
  }, 120_000);

  it.each(Object.entries(LISTS_OF_FILES))('lists in %s only what the office sees', async (path, kind) => {
    const wrong: string[] = [];
    const permission = routes.find((route) => route.method === 'get' && route.path === path.split('?')[0])!.permission;
    for (const { role, office } of cells) {
      const { status, text } = await whoIs(role, office).get(path.replace('/api/v1', ''));
      const isOpen = holds(role, permission);
      const isThere = text.includes(files[kind]!);
      if ((status === 200) !== isOpen || isThere !== (isOpen && OFFICES[office].sees)) {
        wrong.push(`${role} ${office}: ${status} ${isThere ? 'told' : 'silent'}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
