import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TableSource } from '#libs/platform/spreadsheet';

/** Puts a register where it can be read, in a folder that nobody else may open, as long as the work takes. */
export async function withRegisterOnDisk<T>(
  content: Buffer,
  format: 'csv' | 'xlsx',
  work: (source: TableSource) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'theoan-import-'));
  try {
    const source: TableSource = { path: path.join(folder, 'register'), fileName: `register.${format}` };
    await writeFile(source.path, content);
    return await work(source);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
