import { Injectable } from '@nestjs/common';
import type { PersonFamily } from '#libs/domain/person';
import { totpPlace } from '#libs/feature/access';
import type { Tx } from '#libs/platform/database';
import type { FieldPlace } from '#libs/platform/vault';
import { placeOf, reasonPlace } from './sealed-fields.js';

/** An encrypted value, where it stands, and how to find its row again. */
export interface SealedValue {
  readonly place: FieldPlace;
  readonly sealed: Buffer;
  readonly key: readonly [id: string, field: string, version: number];
}

/** Where a walk over all values of a family has come to. */
export type Walk = SealedValue['key'];
export const FROM_THE_START: Walk = ['00000000-0000-0000-0000-000000000000', '', 0];

interface FieldRow {
  readonly id: string;
  readonly family: PersonFamily;
  readonly subjectId: string;
  readonly field: string;
  readonly version: number;
  readonly sealed: Buffer;
}

const versionBytes = (version: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(version);
  return bytes;
};

/** Everything that is encrypted with the keys of a family, read and written by the task `vault`. */
@Injectable()
export class SealedValues {
  /** Locks the next fields that are not encrypted with this version. @returns at most `most`, after `walk`. */
  async outdatedFieldsInTx(tx: Tx, family: string, version: number, { walk, most }: Batch): Promise<SealedValue[]> {
    const rows = await tx.query<FieldRow>(
      `select person_id as id, family, subject_id as "subjectId", field, version, sealed from person_field
       where family = $1 and substring(sealed from 2 for 4) <> $2 and (person_id, field, version) > ($3, $4, $5)
       order by person_id, field, version limit $6 for update`,
      [family, versionBytes(version), ...walk, most],
    );
    return rows.map((row) => ({
      place: placeOf(row, row.field, row.version),
      sealed: row.sealed,
      key: [row.id, row.field, row.version],
    }));
  }

  /** The same for the words with which people asked. */
  async outdatedReasonsInTx(tx: Tx, family: string, version: number, { walk, most }: Batch): Promise<SealedValue[]> {
    const rows = await tx.query<{ id: string; family: PersonFamily; sealed: Buffer }>(
      `select id, family, reason as sealed from person_disclosure
       where family = $1 and reason is not null and substring(reason from 2 for 4) <> $2 and id > $3
       order by id limit $4 for update`,
      [family, versionBytes(version), walk[0], most],
    );
    return rows.map(({ id, family: of, sealed }) => ({ place: reasonPlace(of, id), sealed, key: [id, '', 0] }));
  }

  /** The same for the secrets of code apps, which are of the family `account` alone. */
  async outdatedSecretsInTx(tx: Tx, version: number, { walk, most }: Batch): Promise<SealedValue[]> {
    const rows = await tx.query<{ id: string; sealed: Buffer }>(
      `select account_id as id, secret as sealed from totp_factor
       where substring(secret from 2 for 4) <> $1 and account_id > $2 order by account_id limit $3 for update`,
      [versionBytes(version), walk[0], most],
    );
    return rows.map(({ id, sealed }) => ({ place: totpPlace(id), sealed, key: [id, '', 0] }));
  }

  async replaceSecretsInTx(tx: Tx, values: readonly SealedValue[]): Promise<void> {
    await tx.execute(
      `update totp_factor t set secret = n.sealed from unnest($1::uuid[], $2::bytea[]) as n(id, sealed)
       where t.account_id = n.id`,
      [values.map(({ key }) => key[0]), values.map(({ sealed }) => sealed)],
    );
  }

  async replaceFieldsInTx(tx: Tx, values: readonly SealedValue[]): Promise<void> {
    await tx.execute(
      `update person_field f set sealed = n.sealed
       from unnest($1::uuid[], $2::text[], $3::int[], $4::bytea[]) as n(id, field, version, sealed)
       where f.person_id = n.id and f.field = n.field and f.version = n.version`,
      [
        values.map(({ key }) => key[0]),
        values.map(({ key }) => key[1]),
        values.map(({ key }) => key[2]),
        values.map(({ sealed }) => sealed),
      ],
    );
  }

  async replaceReasonsInTx(tx: Tx, values: readonly SealedValue[]): Promise<void> {
    await tx.execute(
      `update person_disclosure d set reason = n.sealed from unnest($1::uuid[], $2::bytea[]) as n(id, sealed)
       where d.id = n.id`,
      [values.map(({ key }) => key[0]), values.map(({ sealed }) => sealed)],
    );
  }

  /** @returns how many values need each version of the family's key. */
  async countInTx(tx: Tx, family: string): Promise<Map<number, number>> {
    const rows = await tx.query<{ version: Buffer; n: number }>(
      `select version, sum(n)::int as n from (
         select substring(sealed from 2 for 4) as version, count(*) as n from person_field where family = $1 group by 1
         union all
         select substring(reason from 2 for 4), count(*) from person_disclosure
         where family = $1 and reason is not null group by 1
         union all
         select substring(secret from 2 for 4), count(*) from totp_factor where $1 = 'account' group by 1) counted group by 1`,
      [family],
    );
    return new Map(rows.map(({ version, n }) => [version.readUInt32BE(0), n]));
  }
}

interface Batch {
  readonly walk: Walk;
  readonly most: number;
}
