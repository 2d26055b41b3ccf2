// A worker process of its own, to be killed or frozen: reads its settings from the environment and HALT, tells on its
// output where it is, and what became of it.
import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { readSettings } from '#libs/platform/config';
import { UnitOfWork } from '#libs/platform/database';
import { failureCode, HandlesJob, type JobHandler, type JobRun, type RunCounts } from '#libs/platform/queue';
import { type Halt, WRITE_ONCE, writeOnce } from './fragile-worker.js';
import { startJobApplication } from './job-application.js';

/** Long enough to be stopped in the middle of it. */
const HALT_MS = 300;

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

async function halt(): Promise<void> {
  tell('halted');
  await pause(HALT_MS);
}

@Injectable()
@HandlesJob(WRITE_ONCE)
class FragileHandler implements JobHandler<{ n: number }> {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async handle(payload: { n: number }, run: JobRun): Promise<RunCounts> {
    try {
      const counts = await writeOnce(this.unitOfWork, process.env['HALT'] as Halt, halt)(payload, run);
      tell('done');
      return counts;
    } catch (error) {
      tell(failureCode(error));
      throw error;
    }
  }
}

await startJobApplication(readSettings(process.env), { work: true }, [FragileHandler]);
tell('ready');
