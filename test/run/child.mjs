import { spawn } from 'node:child_process';

/** A step that takes longer hangs; the whole command takes minutes. */
const TIME_LIMIT_MS = 30 * 60_000;

/**
 * Runs one program to its end.
 * @param options.quiet keeps the output for the answer instead of showing it as it comes.
 * @returns the exit code (1 when it was killed or could not start) and, when quiet, all that it wrote.
 */
export function run(command, parameters, { env = process.env, quiet = false } = {}) {
  return new Promise((resolve) => {
    const output = [];
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
    const child = spawn(command, parameters, { env, stdio, timeout: TIME_LIMIT_MS, killSignal: 'SIGKILL' });
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => resolve({ code: 1, output: `${command}: ${error.message}` }));
    child.on('close', (code, signal) => {
      if (signal) output.push(Buffer.from(`\n${command} was ended by ${signal}\n`));
      resolve({ code: code ?? 1, output: Buffer.concat(output).toString() });
    });
  });
}
