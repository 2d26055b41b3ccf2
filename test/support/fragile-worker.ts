import { type UnitOfWork } from '#libs/platform/database';
import { defineJob } from '#libs/platform/queue';
import { type Work } from './job-application.js';

/** Where a worker stops until it is killed or thawed. */
export type Halt = 'nowhere' | 'before' | 'inside' | 'after';

/** A job whose effect is one row. */
export const WRITE_ONCE = defineJob<{ n: number }>({ queue: 'fragile', name: 'write-once', payload: { n: 'integer' } });

/** The table that WRITE_ONCE writes. */
export const EFFECT = `
create table effect (n int primary key, times int not null default 1);
grant select, insert, update on effect to theoan_app`;

/**
 * Writes the effect, or finds that it has been written.
 * @param halt where `pause` is called: before, inside or after the transaction.
 */
export function writeOnce(unitOfWork: UnitOfWork, halt: Halt, pause: () => Promise<void>): Work<{ n: number }> {
  const haltAt = async (place: Halt): Promise<void> => {
    if (halt === place) await pause();
  };
  return async ({ n }, run) => {
    await haltAt('before');
    const written = await unitOfWork.run(async (tx) => {
      await run.holdFence(tx);
      const rows = await tx.execute('insert into effect (n) values ($1) on conflict (n) do nothing', [n]);
      await haltAt('inside');
      return rows;
    });
    await haltAt('after');
    return { counted: 1, written };
  };
}
