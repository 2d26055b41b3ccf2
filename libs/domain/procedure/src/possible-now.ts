import { actsAs } from './acting.js';
import type { Circumstances } from './guard.js';
import type { Lifecycle } from './lifecycle.js';
import type { Step } from './step.js';
import type { FileOffices, Transition } from './transition.js';

/** @returns the commands that the table allows in the file's status, whoever asks, in the order of the law. */
export function possibleNow<File, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  file: File,
): string[] {
  const status = life.statusOf(file);
  const rows = life.transitions.filter((row) => row.from.includes(status) && row.actor !== 'system');
  return [...new Set(rows.map((row) => row.command))];
}

/** @returns the rows that the acting office may use now: what the console shows as buttons. */
export function availableTransitions<File extends FileOffices, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
  file: File,
  acting: NonNullable<Circumstances['acting']>,
): readonly Transition<Status, S['type']>[] {
  const status = life.statusOf(file);
  return life.transitions.filter((row) => row.from.includes(status) && actsAs(row, acting, file) !== undefined);
}
