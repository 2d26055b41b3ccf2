import { setTimeout as pause } from 'node:timers/promises';
import { Outbox } from '#libs/platform/queue';
import { eventually } from '../support/eventually.js';
import { checkInvariants } from './check-invariants.js';
import { CommandDiary } from './command-diary.js';
import { FaultStage } from './fault-stage.js';
import { drainOutbox, Load } from './kill-loops.js';
import { RedisDoor } from './redis-door.js';
import { answersReady } from './server-process.js';

const REDIS_DATABASE = 10;
const READY_WITHIN_MS = 30_000;
const url = process.env['TEST_REDIS_URL'];

jest.setTimeout(240_000);

describe(`database and queue lost under the API (queues on ${url === undefined ? 'PostgreSQL' : 'Redis'})`, () => {
  let stage: FaultStage;
  let door: RedisDoor | undefined;

  beforeAll(async () => {
    door = url === undefined ? undefined : new RedisDoor(new URL(`/${REDIS_DATABASE}`, url));
    await door?.open();
    stage = await FaultStage.build({ durable: true, ...(door ? { redisUrl: door.url } : {}) });
  });

  afterAll(async () => {
    await stage?.strike();
    await door?.shut();
  });

  /** All clients' commands of the suite: the checker wants to know every one of them. */
  const diary = new CommandDiary();
  let loads = 0;
  const startLoad = (): Load => {
    loads += 1;
    return new Load(stage, diary, { seed: loads * 1_000, clients: 4 });
  };

  const acknowledged = (): number => diary.acknowledged.length;

  const get = async (path: string): Promise<Response> =>
    fetch(`${stage.baseUrl}${path}`, { headers: { authorization: `Bearer ${stage.chains[0]!.police.token}` } });

  async function expectUnavailable(path: string): Promise<void> {
    // A backend of the killed server answers on until it looks up and finds itself alone.
    const answer = await eventually(`${path} to go without PostgreSQL`, async () => {
      const asked = await get(path);
      return asked.status === 200 ? undefined : asked;
    });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await answer.json()).toMatchObject({ status: 503, code: 'service.unavailable' });
  }

  it('answers 503 while PostgreSQL is away, and is ready again by itself', async () => {
    const load = startLoad();
    try {
      for (let round = 1; round <= 3; round += 1) {
        const before = acknowledged();
        await eventually('some steps', () => acknowledged() > before + 5);
        stage.cluster.kill();
        await eventually('the API to notice', async () => !(await answersReady(stage.baseUrl)));
        for (const path of ['/api/v1/denunciations', '/api/v1/session', '/api/v1/plans']) await expectUnavailable(path);
        expect((await get('/livez')).status).toBe(200);
        await stage.cluster.restart();
        const since = performance.now();
        await eventually('the API to be ready', () => answersReady(stage.baseUrl));
        expect(performance.now() - since).toBeLessThan(READY_WITHIN_MS);
      }
      const before = acknowledged();
      await eventually('steps after the last outage', () => acknowledged() > before + 5);
    } finally {
      await load.stop();
    }
    expect(diary.wrongAnswers).toEqual([]);
    expect(diary.statuses.get(503)).toBeGreaterThan(0);
  });

  it('survives the end of all its connections, again and again', async () => {
    const load = startLoad();
    let cut = 0;
    try {
      for (let time = 0; time < 10; time += 1) {
        await pause(200);
        cut += await stage.cluster.cutConnections();
      }
      const before = acknowledged();
      await eventually('steps after the last cut', () => acknowledged() > before + 5);
    } finally {
      await load.stop();
    }
    expect(cut).toBeGreaterThan(10);
    expect(diary.wrongAnswers).toEqual([]);
  });

  it('records steps while the queue is away, and counts them when it is back', async () => {
    await drainOutbox(stage);
    await (door ? door.shut() : stage.cluster.asOwner('alter schema bullmq rename to bullmq_away'));
    const load = startLoad();
    try {
      const before = acknowledged();
      await eventually('steps without a queue', () => acknowledged() > before + 20);
    } finally {
      await load.stop();
    }
    expect(await answersReady(stage.baseUrl)).toBe(true);
    expect((await stage.app.get(Outbox).listWaiting())[0]?.rows).toBeGreaterThan(0);
    await (door ? door.open() : stage.cluster.asOwner('alter schema bullmq_away rename to bullmq'));
    await drainOutbox(stage);
    expect(await stage.app.get(Outbox).listWaiting()).toEqual([]);
  });

  it('has lost no acknowledged step, doubled none and left none half-applied', async () => {
    await drainOutbox(stage);
    const { breaks, commands } = await checkInvariants(stage, diary);
    expect(breaks).toEqual([]);
    expect(commands.acknowledged).toBeGreaterThan(40);
  });
});
