import { spawn } from 'node:child_process';
import { type KeyEncryption } from './key-encryption.js';
import { vaultFault } from './messages.js';

const TIME_LIMIT_IN_MILLISECONDS = 30_000;
const LARGEST_ANSWER = 65_536;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$|^[A-Za-z0-9+/]{2,3}={1,2}$/;
/** Its client needs its own variables, and not ours. */
const WITHHELD = ['DATABASE_URL', 'DATABASE_MIGRATION_URL', 'REDIS_URL'];

interface Request {
  readonly operation: 'wrap' | 'unwrap';
  readonly context: string;
  /** Base64. */
  readonly value: string;
}

function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !WITHHELD.includes(name)));
}

/** @returns what the program writes before it ends well; undefined when it does not. */
function answerOf(program: string, parameters: readonly string[], input: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, [...parameters], {
      shell: false,
      stdio: ['pipe', 'pipe', 'ignore'],
      env: environment(),
      timeout: TIME_LIMIT_IN_MILLISECONDS,
      killSignal: 'SIGKILL',
    });
    let answer = '';
    child.stdout.setEncoding('latin1').on('data', (part: string) => {
      answer += part;
      if (answer.length > LARGEST_ANSWER) child.kill('SIGKILL');
    });
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code === 0 ? answer.trim() : undefined));
    // A program that does not read ends by its own exit code.
    child.stdin.on('error', () => resolve(undefined));
    child.stdin.end(input);
  });
}

/**
 * Wraps and unwraps by a program, run without a shell, for each key once: one line of JSON `{"operation": "wrap" or
 * "unwrap", "context", "value"}` on its standard input, the result as one line of base64 on its standard output, exit
 * code 0. `value` and result are base64. What it writes to its standard error is dropped.
 */
export class KeyCommandEncryption implements KeyEncryption {
  readonly variable = 'VAULT_KEY_COMMAND';

  /** @param command the program and its parameters. */
  constructor(private readonly command: readonly string[]) {}

  async wrap(key: Buffer, context: string): Promise<Buffer> {
    return this.ask({ operation: 'wrap', context, value: key.toString('base64') });
  }

  async unwrap(wrapped: Buffer, context: string): Promise<Buffer> {
    return this.ask({ operation: 'unwrap', context, value: wrapped.toString('base64') });
  }

  private async ask(request: Request): Promise<Buffer> {
    const [program = '', ...parameters] = this.command;
    const answer = await answerOf(program, parameters, `${JSON.stringify(request)}\n`);
    if (answer === undefined || !BASE64.test(answer)) throw vaultFault(this.variable, 'key-command-failed');
    return Buffer.from(answer, 'base64');
  }
}
