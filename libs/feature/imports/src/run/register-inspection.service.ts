import { Injectable } from '@nestjs/common';
import { openTable } from '#libs/platform/spreadsheet';
import { REGISTER_LIMITS } from '../register/register-import.js';
import { withRegisterOnDisk } from './register-on-disk.js';

/** Somebody waits for the answer. */
const LIMITS = { ...REGISTER_LIMITS, maxSilenceSeconds: 30 };

/** Looks at the beginning of a file when it is uploaded: what cannot be a register is refused at once. */
@Injectable()
export class RegisterInspection {
  private last: Promise<unknown> = Promise.resolve();

  /**
   * Reads as far as the header. One file after the other: each may take the reading thread's whole memory.
   * @throws DomainError `file.*`.
   */
  async inspect(content: Buffer, format: 'csv' | 'xlsx'): Promise<void> {
    const turn = this.last.then(() => withRegisterOnDisk(content, format, openAndClose));
    this.last = turn.catch(() => undefined);
    await turn;
  }
}

const openAndClose = async (source: Parameters<typeof openTable>[0]): Promise<void> => {
  const table = await openTable(source, LIMITS);
  await table.close();
};
