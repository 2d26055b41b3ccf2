import fs from 'node:fs';

/** @returns megabytes that a process holds now, and the most it ever held; NaN where the system does not tell. */
export function memoryOf(pid: number): { readonly now: number; readonly most: number } {
  const status = `/proc/${pid}/status`;
  const text = fs.existsSync(status) ? fs.readFileSync(status, 'utf8') : '';
  const read = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1]) / 1024;
  return { now: read('VmRSS'), most: read('VmHWM') };
}
