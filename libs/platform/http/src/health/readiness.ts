import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';

/** Something without which no request can be answered. */
export interface ReadinessCheck {
  /** Shown to anybody who asks: a plain word such as `database`. */
  readonly name: string;
  /** Throws when it is not ready. */
  readonly check: () => Promise<unknown>;
}

export interface ReadinessState {
  readonly status: 'ready' | 'not-ready' | 'stopping';
  readonly checks: Readonly<Record<string, 'ok' | 'failed'>>;
}

export const READINESS_CHECKS = Symbol('readiness checks');
/** Whoever asks waits no longer; a check that hangs has failed. */
const PATIENCE_IN_MILLISECONDS = 2_000;

/** Whether this process should be given requests. */
@Injectable()
export class Readiness {
  private isStopping = false;

  constructor(@Inject(READINESS_CHECKS) private readonly checks: readonly ReadinessCheck[]) {}

  /** From now on the process is not ready, so that it gets no new requests while it finishes those it has. */
  stop(): void {
    this.isStopping = true;
  }

  /** Asks every check, at most two seconds. Never throws. */
  async state(): Promise<ReadinessState> {
    const results = await Promise.all(this.checks.map(async (one) => [one.name, await outcomeOf(one)] as const));
    const isReady = results.every(([, outcome]) => outcome === 'ok');
    const status = isReady ? 'ready' : 'not-ready';
    return { status: this.isStopping ? 'stopping' : status, checks: Object.fromEntries(results) };
  }
}

async function outcomeOf({ check }: ReadinessCheck): Promise<'ok' | 'failed'> {
  const patience = new AbortController();
  const tooLate = wait(PATIENCE_IN_MILLISECONDS, 'failed' as const, { signal: patience.signal }).catch(() => 'failed');
  const answered = check().then(
    () => 'ok' as const,
    () => 'failed' as const,
  );
  const outcome = await Promise.race([answered, tooLate]);
  patience.abort();
  return outcome === 'ok' ? 'ok' : 'failed';
}
