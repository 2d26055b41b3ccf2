import { type Child, answering, freePort, startChild } from './child-process.js';
import { newOfficer } from './officer.js';
import { YEAR, keyOf } from './periods.js';
import type { Target } from './readers.js';
import type { Stage } from './stage.js';

export interface OpenServer {
  readonly name: string;
  readonly target: Target;
  readonly child: Child;
}

/** @returns a server that answers one statement and nothing else. */
export async function openBareServer(stage: Stage, name: string, sql: string, values: unknown[]): Promise<OpenServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const child = startChild(stage.root, 'bench/servers/bare-server.js', {
    DATABASE_URL: stage.cluster.url,
    HTTP_PORT: String(port),
    BENCH_SQL: sql,
    BENCH_VALUES: JSON.stringify(values),
  });
  await answering(url);
  return { name, target: { url, headers: {} }, child };
}

/** @returns the product's API with a leader of the centre signed in, asked for the year of every province. */
export async function openApi(stage: Stage): Promise<OpenServer> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const { url: DATABASE_URL, keyFile: VAULT_KEY_FILE } = stage.cluster;
  const environment = { DATABASE_URL, VAULT_KEY_FILE, HTTP_PORT: String(port), DEMONSTRATION: 'off' };
  const child = startChild(stage.root, 'apps/api/src/main.js', environment);
  await answering(`${address}/livez`);
  const { username, password } = await newOfficer(stage.app, 'leader', 'BCD-CP');
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const { token } = (await answer.json()) as { token: string };
  const url = `${address}/api/v1/compliance?plan=national-2023&period=${keyOf(YEAR)}&parts=true`;
  return { name: 'product', target: { url, headers: { authorization: `Bearer ${token}` } }, child };
}
