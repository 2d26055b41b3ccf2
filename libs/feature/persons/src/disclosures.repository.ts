import { Injectable } from '@nestjs/common';
import type { PersonFamily, PersonField } from '#libs/domain/person';
import type { Actor } from '#libs/feature/access';
import { Clock, type Tx, newId } from '#libs/platform/database';
import { RequestRefused } from '#libs/platform/http';
import type { Purpose } from './purposes.js';

/** What can be asked for a number of times. */
export type Disclosure = 'reveal' | 'search-by-name' | 'search-by-number';

const HOUR = 3_600_000;
/** Goal S20: who asks for more within an hour works through a list. */
const MOST_AN_HOUR = { reveal: 30, search: 60 } as const;
const COUNTED = { reveal: ['reveal'], search: ['search-by-name', 'search-by-number'] } as const;

/** What was told. */
export interface Told {
  readonly what: Disclosure;
  readonly id?: string;
  readonly person?: { readonly id: string; readonly family: PersonFamily };
  readonly purpose?: Purpose;
  /** Encrypted. */
  readonly reason?: Buffer;
  readonly fields?: readonly PersonField[];
  readonly found?: number;
}

/** A budget that is spent, until when. */
export interface SpentBudget {
  readonly limit: number;
  readonly until: Date;
}

/** Table person_disclosure: what was told to whom, and how much more may be. */
@Injectable()
export class Disclosures {
  constructor(private readonly clock: Clock) {}

  /**
   * Looks whether the account may be told more; requests of one account wait for each other here.
   * @returns the budget when it is spent: then that is recorded, and the transaction is to be kept.
   */
  async spentInTx(tx: Tx, actor: Actor, budget: keyof typeof MOST_AN_HOUR): Promise<SpentBudget | undefined> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('theoan.disclosure ' || $1, 0))`, [actor.accountId]);
    const limit = MOST_AN_HOUR[budget];
    const now = this.clock.now().getTime();
    const rows = await tx.query<{ at: Date }>(
      `select disclosed_at as at from person_disclosure
       where account_id = $1 and what = any($2) and disclosed_at > $3 order by disclosed_at desc offset $4 limit 1`,
      [actor.accountId, COUNTED[budget], new Date(now - HOUR), limit - 1],
    );
    const [oldest] = rows;
    if (!oldest) return undefined;
    await this.insertInTx(tx, actor, { what: 'refused' });
    return { limit, until: new Date(oldest.at.getTime() + HOUR) };
  }

  /** Records what is being told. */
  async recordInTx(tx: Tx, actor: Actor, told: Told): Promise<void> {
    await this.insertInTx(tx, actor, told);
  }

  /** @returns the refusal that says until when. */
  refusalOf({ limit, until }: SpentBudget): RequestRefused {
    const seconds = Math.max(1, Math.ceil((until.getTime() - this.clock.now().getTime()) / 1_000));
    const minutes = Math.ceil(seconds / 60);
    return new RequestRefused(429, 'person.budget-spent', { limit, minutes }, { 'retry-after': String(seconds) });
  }

  private async insertInTx(
    tx: Tx,
    actor: Actor,
    told: Omit<Told, 'what'> & { what: Disclosure | 'refused' },
  ): Promise<void> {
    const { what, id, person, purpose, reason, fields, found } = told;
    await tx.execute(
      `insert into person_disclosure
         (id, account_id, office_id, what, person_id, family, purpose, reason, fields, found, disclosed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[id ?? newId(), actor.accountId, actor.office.id, what, person?.id ?? null, person?.family ?? null],
        ...[purpose ?? null, reason ?? null, fields ?? [], found ?? null, this.clock.now()],
      ],
    );
  }
}
