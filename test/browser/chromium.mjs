// Drives a Chromium of this machine over its debugging pipe: no port, no package.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MARK = '\0';

/** Starts a Chromium without window. @param program its path. @returns how to command it, and how to end it. */
export function startChromium(program) {
  const folder = mkdtempSync(path.join(tmpdir(), 'theoan-browser-'));
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe', `--user-data-dir=${folder}`];
  const child = spawn(program, [...flags, 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const [, , , commands, answers] = child.stdio;
  const waiting = new Map();
  let rest = '';
  answers.setEncoding('utf8').on('data', (text) => {
    const parts = (rest + text).split(MARK);
    rest = parts.pop();
    for (const answer of parts.map((part) => JSON.parse(part))) waiting.get(answer.id)?.(answer);
  });
  const call = (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      const id = waiting.size + 1;
      waiting.set(id, ({ error, result }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result),
      );
      commands.write(JSON.stringify({ id, method, params, sessionId }) + MARK);
    });
  const close = async () => {
    await call('Browser.close');
    await new Promise((resolve) => child.once('exit', resolve));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  return { call, close };
}

/** @returns how to command a new page that has a virtual security key with PIN. */
export async function openPageWithKey({ call }, url) {
  const { targetId } = await call('Target.createTarget', { url });
  const { sessionId } = await call('Target.attachToTarget', { targetId, flatten: true });
  await call('WebAuthn.enable', {}, sessionId);
  const key = { protocol: 'ctap2', transport: 'usb', hasUserVerification: true, isUserVerified: true };
  await call('WebAuthn.addVirtualAuthenticator', { options: { ...key, automaticPresenceSimulation: true } }, sessionId);
  return async (expression) => {
    const answer = await call('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId);
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description);
    return answer.result.value;
  };
}
