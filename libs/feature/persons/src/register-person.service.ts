import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import { type CitizenNumberWarning, type PersonFamily, fieldRuleFor } from '#libs/domain/person';
import type { SubjectKind } from '#libs/domain/procedure';
import type { Actor } from '#libs/feature/access';
import { derivedId } from '#libs/feature/casework';
import type { Tx } from '#libs/platform/database';
import type { KeyRing } from '#libs/platform/vault';
import { type EnteredFields, type KeptFields, keptFields, warningsOf } from './entered-person.js';
import { FileLineage } from './file-lineage.repository.js';
import { openFields } from './open-fields.js';
import { PersonDesk } from './person-desk.js';
import { type FileCard, dutyOf } from './person-files.service.js';
import { PersonRepository, type PersonRow } from './person.repository.js';

/** Somebody to be recorded in a file. */
export interface Registration {
  readonly actor: Actor;
  readonly commandId: string;
  readonly file: { readonly kind: SubjectKind; readonly id: string };
  readonly family: PersonFamily;
  readonly fields: EnteredFields;
  /** Nobody knows the name; said, because a name left out is a mistake. */
  readonly nameUnknown?: boolean;
  /** The accused of this case that it is. */
  readonly defendantId?: string;
}

/** What was recorded. */
export interface Registered {
  readonly id: string;
  readonly warnings: readonly CitizenNumberWarning[];
}

/** Records persons in files. */
@Injectable()
export class RegisterPerson {
  constructor(
    private readonly desk: PersonDesk,
    private readonly persons: PersonRepository,
    private readonly lineage: FileLineage,
  ) {}

  /**
   * Records somebody, once per key: no receipt is kept, because even the hash of a request could be guessed back.
   * @throws DomainError `file.not-found`, `person.name-or-unknown`, `person.family-not-recorded-here`,
   *   `person.no-such-defendant`, `person.already-recorded`, `idempotency.key-reused`, and as `keptFields`.
   */
  async register(request: Registration): Promise<Registered> {
    const { actor, family } = request;
    return this.desk.run(actor, async (tx, ring) => {
      const file = await this.desk.getFileInTx(tx, actor, request.file.kind, request.file.id);
      requireRecording(actor, family, file);
      const kept = keptPerson(request);
      const person = await this.personInTx(tx, request, file);
      const former = await this.persons.findInTx(tx, person.id);
      if (former) await this.requireSameInTx(tx, ring, { former, person, kept, isNamed: !!request.defendantId });
      else await this.insertInTx(tx, ring, person, kept);
      return { id: person.id, warnings: warningsOf(kept) };
    });
  }

  private async personInTx(tx: Tx, request: Registration, file: FileCard): Promise<PersonRow> {
    const { actor, commandId, family, defendantId } = request;
    if (defendantId !== undefined) await this.requireDefendantInTx(tx, file, defendantId, family);
    const id = defendantId ?? derivedId('person', actor.accountId, commandId);
    await this.persons.lockInTx(tx, id);
    return { id, family, subjectId: file.id, officeId: actor.office.id, recordedBy: actor.accountId };
  }

  private async requireDefendantInTx(tx: Tx, file: FileCard, id: string, family: PersonFamily): Promise<void> {
    const defendants = file.kind === 'case' ? await this.lineage.defendantsInTx(tx, file.id, []) : new Map();
    if (family !== 'suspect' || !defendants.has(id)) throw new DomainError('person.no-such-defendant', 'malformed', {});
  }

  private async requireSameInTx(tx: Tx, ring: KeyRing, repeat: Repeat): Promise<void> {
    const { former, person, kept, isNamed } = repeat;
    const fields = await this.persons.fieldsInTx(tx, [former.id]);
    const known = openFields(ring, former, fields);
    const isSame =
      former.subjectId === person.subjectId &&
      former.family === person.family &&
      former.recordedBy === person.recordedBy &&
      known.size === kept.size &&
      [...kept].every(([field, text]) => known.get(field) === text);
    if (isSame) return;
    throw new DomainError(isNamed ? 'person.already-recorded' : 'idempotency.key-reused', 'conflict', {});
  }

  private async insertInTx(tx: Tx, ring: KeyRing, person: PersonRow, kept: KeptFields): Promise<void> {
    await this.persons.insertInTx(tx, person);
    const values = [...kept].map(([field, text]) => ({ field, text, version: 1 }));
    await this.persons.addValuesInTx(tx, ring, person, values);
  }
}

interface Repeat {
  readonly former: PersonRow;
  readonly person: PersonRow;
  readonly kept: KeptFields;
  readonly isNamed: boolean;
}

function keptPerson({ fields, nameUnknown = false }: Registration): KeptFields {
  if ((fields.fullName === undefined) !== nameUnknown) throw new DomainError('person.name-or-unknown', 'malformed', {});
  return keptFields(fields);
}

/** @throws DomainError `person.family-not-recorded-here` with the article when the reader's row does not record them. */
function requireRecording(actor: Actor, family: PersonFamily, { relation, stage }: FileCard): void {
  const duty = dutyOf(actor);
  const rule = duty && fieldRuleFor({ family, duty, relation, stage });
  if (!rule?.records) throw new DomainError('person.family-not-recorded-here', 'forbidden', { family });
}
