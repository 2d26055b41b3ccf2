import { Injectable } from '@nestjs/common';
import type { PersonFamily, PersonField } from '#libs/domain/person';
import type { Tx } from '#libs/platform/database';
import { type IdentifierKind, type KeyRing } from '#libs/platform/vault';
import { numbersIn } from './entered-person.js';
import { type SealedPerson, columnOf, fieldOf, indexOf, placeOf } from './sealed-fields.js';

/** A person as the table has it: nothing here says who it is. */
export interface PersonRow extends SealedPerson {
  readonly officeId: number;
  readonly recordedBy: string;
}

/** A field as it lies in the table. */
export interface SealedField {
  readonly personId: string;
  readonly field: PersonField;
  readonly version: number;
  readonly sealed: Buffer;
}

/** A name, and whose it is. */
export type SealedName = SealedField & SealedPerson;

/** A value to be written. */
export interface NewValue {
  readonly field: PersonField;
  readonly version: number;
  readonly text: string;
  readonly reason?: string;
}

const PERSON = 'id, family, subject_id as "subjectId", office_id as "officeId", recorded_by as "recordedBy"';
const FIELD = 'f.person_id as "personId", f.field, f.version, f.sealed';
const CURRENT = `not exists (select from person_field later where later.person_id = f.person_id
  and later.field = f.field and later.version > f.version)`;

type FieldRow = Omit<SealedField, 'field'> & { readonly field: string };

const sealedField = (row: FieldRow): SealedField => ({ ...row, field: fieldOf(row.field) });

/** Tables person, person_field and person_number: who is seen in them is the scope of the transaction. */
@Injectable()
export class PersonRepository {
  async findInTx(tx: Tx, id: string): Promise<PersonRow | undefined> {
    const rows = await tx.query<PersonRow>(`select ${PERSON} from person where id = $1`, [id]);
    return rows[0];
  }

  /** @returns those of them that are in the scope. */
  async listInTx(tx: Tx, ids: readonly string[]): Promise<PersonRow[]> {
    return tx.query<PersonRow>(`select ${PERSON} from person where id = any($1::uuid[]) order by id`, [ids]);
  }

  /** @returns those recorded in any of the files. */
  async ofFilesInTx(tx: Tx, subjectIds: readonly string[]): Promise<PersonRow[]> {
    return tx.query<PersonRow>(
      `select ${PERSON} from person where subject_id = any($1::uuid[]) order by recorded_at, id`,
      [subjectIds],
    );
  }

  /** @returns the values that hold now. */
  async fieldsInTx(tx: Tx, personIds: readonly string[]): Promise<SealedField[]> {
    const rows = await tx.query<FieldRow>(
      `select ${FIELD} from person_field f where f.person_id = any($1::uuid[]) and ${CURRENT}`,
      [personIds],
    );
    return rows.map(sealedField);
  }

  /**
   * The one statement that looks at very many rows: it says so, and the wall is asked once for all of them.
   * @returns the names that everybody of these families in the scope has now, as they lie there.
   */
  async namesInTx(tx: Tx, families: readonly PersonFamily[]): Promise<SealedName[]> {
    await tx.query(`set local theoan.many = 'yes'`);
    const rows = await tx.query<FieldRow & SealedPerson>(
      `select ${FIELD}, f.person_id as id, f.family, f.subject_id as "subjectId" from person_field f
       where f.family = any($1) and f.field in ('full_name', 'other_names')`,
      [families],
    );
    await tx.query(`set local theoan.many = 'no'`);
    const current = new Map<string, SealedName>();
    for (const row of rows) {
      const key = row.personId + row.field;
      if ((current.get(key)?.version ?? 0) < row.version) current.set(key, { ...row, field: fieldOf(row.field) });
    }
    return [...current.values()];
  }

  /** @returns those with one of these index values in a value that holds now, at most `most`. */
  async byNumberInTx(tx: Tx, values: readonly Buffer[], most: number): Promise<PersonRow[]> {
    return tx.query<PersonRow>(
      `select ${PERSON} from person where id in (
         select n.person_id from person_number n join person_field f using (person_id, field, version)
         where n.value = any($1::bytea[]) and ${CURRENT}) order by id limit $2`,
      [values, most],
    );
  }

  /** Keeps other writers of this person waiting until the transaction ends. */
  async lockInTx(tx: Tx, id: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('theoan.person ' || $1, 0))`, [id]);
  }

  async insertInTx(tx: Tx, person: PersonRow): Promise<void> {
    const { id, family, subjectId, officeId, recordedBy } = person;
    await tx.execute(
      'insert into person (id, family, subject_id, office_id, recorded_by) values ($1, $2, $3, $4, $5)',
      [...[id, family, subjectId, officeId, recordedBy]],
    );
  }

  /** Encrypts and adds values with the index of their numbers. @throws StatementFailed when the ring is behind. */
  async addValuesInTx(tx: Tx, ring: KeyRing, person: PersonRow, values: readonly NewValue[]): Promise<void> {
    for (const { field, version, text, reason } of values) {
      const column = columnOf(field);
      await tx.execute(
        `insert into person_field (person_id, family, subject_id, field, version, sealed, reason, recorded_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          ...[person.id, person.family, person.subjectId, column, version],
          ...[ring.seal(placeOf(person, column, version), text), reason ?? null, person.recordedBy],
        ],
      );
      for (const [ordinal, { kind, number }] of numbersIn(field, text).entries()) {
        const value = indexOf(ring, person.family, kind, number);
        await this.addNumberInTx(tx, person, { column, version, ordinal, kind, value });
      }
    }
  }

  private async addNumberInTx(tx: Tx, person: SealedPerson, entry: IndexEntry): Promise<void> {
    const { column, version, ordinal, kind, value } = entry;
    await tx.execute(
      `insert into person_number (person_id, family, subject_id, field, version, ordinal, kind, value)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [person.id, person.family, person.subjectId, column, version, ordinal, kind, value],
    );
  }
}

interface IndexEntry {
  readonly column: string;
  readonly version: number;
  readonly ordinal: number;
  readonly kind: IdentifierKind;
  readonly value: Buffer;
}
