// Signs in through a real Chromium with a virtual security key, against a product that runs:
//   node test/browser/sign-in.mjs http://localhost:3000 <user> <password> [path of chromium]
// The account must have no second factor; it has none afterwards. Prints one line for each step; exit code 1 at the first
// that is not as it should be.
import { setTimeout as wait } from 'node:timers/promises';
import { openPageWithKey, startChromium } from './chromium.mjs';

const [address = 'http://localhost:3000', username, password, program = 'chromium'] = process.argv.slice(2);
const LOADED_IN_MILLISECONDS = 2_500;

/** Runs in the page. */
const API = `async (method, path, body) => {
  const headers = { 'content-type': 'application/json', 'x-theoan-browser': '1' };
  const sent = method === 'GET' ? {} : { headers, body: JSON.stringify(body ?? {}) };
  const answer = await fetch('/api/v1/session' + path, { method, ...sent });
  const text = await answer.text();
  return { status: answer.status, body: text ? JSON.parse(text) : {} };
}`;
const CREATE = `async (options) => (await navigator.credentials.create({
  publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })).toJSON()`;
const GET = `async (options) => (await navigator.credentials.get({
  publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })).toJSON()`;

function expect(step, actual, wanted) {
  const isRight = JSON.stringify(actual) === JSON.stringify(wanted);
  process.stdout.write(`${isRight ? 'ok ' : 'NOT'}  ${step}${isRight ? '' : `: ${JSON.stringify(actual)}`}\n`);
  if (!isRight) throw new Error(step);
}

async function walk(evaluate) {
  const inPage = (what, ...given) => evaluate(`(${what})(...${JSON.stringify(given)})`);
  const api = (...request) => inPage(API, ...request);
  const credentials = { username, password, carrier: 'cookie' };
  expect('signing in by cookie', (await api('POST', '', credentials)).status, 201);
  expect('no script sees the cookie', await evaluate('document.cookie'), '');
  const { body: options } = await api('POST', '/factors/keys/options');
  const enrolled = await api('POST', '/factors/keys', { name: 'khóa thử', key: await inPage(CREATE, options) });
  expect('enrolling a key brings ten recovery codes', enrolled.body.recoveryCodes?.length, 10);
  expect('signing out', (await api('DELETE', '')).status, 204);
  expect('nobody is signed in then', (await api('GET', '')).status, 401);
  const { body: first } = await api('POST', '', credentials);
  expect('the password alone opens nothing', first.methods, ['key', 'recovery-code']);
  const { body: question } = await api('POST', '/second-factor/key-options', { pending: first.pending });
  const answer = { pending: first.pending, key: await inPage(GET, question), carrier: 'cookie' };
  expect('the key opens', (await api('POST', '/second-factor', answer)).status, 201);
  expect('the session is one’s own', (await api('GET', '')).body.account?.username, username);
  await api('DELETE', '');
  const { body: again } = await api('POST', '', credentials);
  const code = { pending: again.pending, recoveryCode: enrolled.body.recoveryCodes[0], carrier: 'cookie' };
  expect('a recovery code opens', (await api('POST', '/second-factor', code)).status, 201);
  const { body: factors } = await api('GET', '/factors');
  expect('removing the key', (await api('DELETE', `/factors/keys/${factors.keys[0].id}`)).status, 204);
}

const browser = startChromium(program);
try {
  const evaluate = await openPageWithKey(browser, `${address}/api/docs`);
  await wait(LOADED_IN_MILLISECONDS);
  await walk(evaluate);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
