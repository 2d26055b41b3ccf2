import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, UnitOfWork } from '#libs/platform/database';

const GOOD_FOR = 5 * 60_000;

/** Who is asked to sign for what; the token is that of a session or of a sign-in that waits. */
export interface ChallengeHolder {
  readonly purpose: 'enrol' | 'prove';
  readonly token: string;
}

const keyOf = ({ purpose, token }: ChallengeHolder): Buffer =>
  createHash('sha256').update(`${purpose}:${token}`).digest();

/** What security keys are asked to sign: once, within five minutes, by who was asked. */
@Injectable()
export class WebAuthnChallenges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Remembers the challenge; an earlier one of the holder is worth nothing any more. */
  async keep(holder: ChallengeHolder, challenge: string): Promise<void> {
    const now = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      await tx.execute('delete from web_authn_challenge where expires_at < $1', [now]);
      await tx.execute(
        `insert into web_authn_challenge (holder, challenge, expires_at) values ($1, $2, $3)
         on conflict (holder) do update set challenge = $2, expires_at = $3`,
        [keyOf(holder), challenge, new Date(now.getTime() + GOOD_FOR)],
      );
    });
  }

  /** @returns the challenge, which nobody gets a second time; undefined when there is none or it is too old. */
  async take(holder: ChallengeHolder): Promise<string | undefined> {
    const [row] = await this.unitOfWork.run((tx) =>
      tx.query<{ challenge: string; expires_at: Date }>(
        'delete from web_authn_challenge where holder = $1 returning challenge, expires_at',
        [keyOf(holder)],
      ),
    );
    return row && row.expires_at > this.clock.now() ? row.challenge : undefined;
  }
}
