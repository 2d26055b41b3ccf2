import { setTimeout } from 'node:timers/promises';

/** @returns whether a process with this id exists (a zombie too). */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Sends a signal; a process that has just ended is no error. */
export function send(signal: NodeJS.Signals, pid: number): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Waits until `condition` holds. @returns whether it did before `timeout` milliseconds had passed. */
export async function waitUntil(condition: () => boolean, timeout: number): Promise<boolean> {
  const end = Date.now() + timeout;
  while (!condition()) {
    if (Date.now() > end) return false;
    await pause(15);
  }
  return true;
}

/** @param duration in milliseconds. */
export const pause = (duration: number): Promise<void> => setTimeout(duration);
