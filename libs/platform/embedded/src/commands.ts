import { spawnSync, type SpawnOptions } from 'node:child_process';
import { type RunAs } from './run-as.js';

/** A program call ready for `spawn`: who runs it and what stands in front are worked in. */
export interface Command {
  readonly program: string;
  readonly args: string[];
  readonly options: Pick<SpawnOptions, 'uid' | 'gid' | 'cwd' | 'env'>;
}

/** The same locale and zone everywhere: what LANG says must not decide how text is stored. */
function environment(): NodeJS.ProcessEnv {
  const own = process.platform === 'win32' ? process.env : { PATH: process.env['PATH'] };
  return { ...own, LC_ALL: 'C', TZ: 'UTC' };
}

/** @returns the call of a program under the chosen identity. */
export function command(runAs: RunAs, program: string, args: readonly string[]): Command {
  const [first, ...rest] = [...runAs.prefix, program, ...args] as [string, ...string[]];
  return { program: first, args: rest, options: { ...runAs.user, cwd: '/', env: environment() } };
}

/** @returns the same call, ended by SIGINT (a clean shutdown) when our process dies; unchanged where that is unknown. */
export function endingWithUs(runAs: RunAs, call: Command): Command {
  if (!canBindToParent()) return call;
  const user = runAs.user;
  const identity = user ? ['--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups'] : [];
  return {
    program: 'setpriv',
    args: [...identity, '--pdeathsig', 'INT', call.program, ...call.args],
    options: { ...call.options, uid: undefined, gid: undefined },
  };
}

const canBindToParent = (): boolean =>
  process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'INT', 'true']).status === 0;
