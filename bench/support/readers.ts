import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** What is asked, over connections that stay open. */
export interface Target {
  readonly url: string;
  readonly headers: http.OutgoingHttpHeaders;
}

const get = async (agent: http.Agent, { url, headers }: Target): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers }, (response) => {
      let size = 0;
      response.on('data', (piece: Buffer) => (size += piece.length));
      response.on('end', () => {
        if (response.statusCode === 200) resolve(size);
        else reject(new Error(`${url} answers ${response.statusCode ?? 0}`));
      });
    });
    request.on('error', reject);
  });

/** At a constant rate, whether earlier answers have come or not. @returns ms from the moment each was due. */
export async function constantRate(target: Target, perSecond: number, seconds: number): Promise<number[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 200 });
  const times: number[] = [];
  const running: Promise<void>[] = [];
  const start = performance.now();
  for (let turn = 0; turn < perSecond * seconds; turn += 1) {
    const due = start + (turn * 1000) / perSecond;
    await pause(Math.max(0, due - performance.now()));
    running.push(get(agent, target).then(() => void times.push(performance.now() - due)));
  }
  await Promise.all(running);
  agent.destroy();
  return times;
}

/** Readers who ask again as soon as they are answered. @returns answers a second, and the size of one in bytes. */
export async function closedReaders(
  target: Target,
  readers: number,
  seconds: number,
): Promise<{ readonly perSecond: number; readonly bytes: number }> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: readers });
  const end = performance.now() + seconds * 1000;
  let [answers, bytes] = [0, 0];
  const reader = async (): Promise<void> => {
    while (performance.now() < end) {
      bytes = await get(agent, target);
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: readers }, reader));
  agent.destroy();
  return { perSecond: answers / seconds, bytes };
}
