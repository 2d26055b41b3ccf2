import { createHash, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, type Tx, UnitOfWork } from '#libs/platform/database';

const HOW_MANY = 10;
/** Letters and digits that are not taken for each other. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 5;
const GROUP_LENGTH = 5;
const NOT_A_SIGN = /[^a-z0-9]/g;

/** With 25 signs (123 bits) a plain hash will do (OWASP ASVS 5.0, 6.5.2). */
const hashOf = (code: string): Buffer =>
  createHash('sha256').update(code.toLowerCase().replace(NOT_A_SIGN, '')).digest();

function newCode(): string {
  const group = (): string =>
    Array.from({ length: GROUP_LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** Codes on paper for the day on which telephone and keys are gone: ten, each once. */
@Injectable()
export class RecoveryCodes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @returns ten new codes, shown once; the earlier ones are worth nothing any more. */
  async issueInTx(tx: Tx, accountId: string): Promise<string[]> {
    const codes = Array.from({ length: HOW_MANY }, newCode);
    await this.removeInTx(tx, accountId);
    await tx.execute(
      'insert into recovery_code (account_id, code_hash, created_at) select $1, unnest($2::bytea[]), $3',
      [accountId, codes.map(hashOf), this.clock.now()],
    );
    return codes;
  }

  /** @returns whether the code was good; it is not any more. */
  async takes(accountId: string, code: string): Promise<boolean> {
    const taken = await this.unitOfWork.run((tx) =>
      tx.execute('update recovery_code set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null', [
        accountId,
        hashOf(code),
        this.clock.now(),
      ]),
    );
    return taken > 0;
  }

  async removeInTx(tx: Tx, accountId: string): Promise<void> {
    await tx.execute('delete from recovery_code where account_id = $1', [accountId]);
  }
}
