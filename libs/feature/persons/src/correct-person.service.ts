import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import { type CitizenNumberWarning, type PersonField, fieldAccess } from '#libs/domain/person';
import type { Actor } from '#libs/feature/access';
import type { Tx } from '#libs/platform/database';
import type { KeyRing } from '#libs/platform/vault';
import { type EnteredFields, keptFields, warningsOf } from './entered-person.js';
import { openFields } from './open-fields.js';
import { PersonDesk, noSuchPerson } from './person-desk.js';
import { type NewValue, PersonRepository, type SealedField } from './person.repository.js';
import { type MetPerson, PersonsInFile } from './persons-in-file.service.js';
import type { CorrectionReason } from './purposes.js';

/** What is to stand in the place of what was recorded. */
export interface PersonCorrection {
  readonly actor: Actor;
  readonly personId: string;
  readonly fields: EnteredFields;
  /** What is known no more. */
  readonly withdrawn: readonly PersonField[];
  readonly reason: CorrectionReason;
}

/** Corrects what is recorded of a person. */
@Injectable()
export class CorrectPerson {
  constructor(
    private readonly desk: PersonDesk,
    private readonly persons: PersonRepository,
    private readonly inFile: PersonsInFile,
  ) {}

  /**
   * Adds a version of each field that changes; what stood there stays, encrypted, and is told by no route.
   * @returns which fields have another value now, and warnings. @throws DomainError `person.not-found`,
   *   `person.family-not-recorded-here`, `person.nothing-to-correct`, and as `keptFields`.
   */
  async correct(request: PersonCorrection): Promise<{ changed: PersonField[]; warnings: CitizenNumberWarning[] }> {
    const entered = new Map([...keptFields(request.fields), ...request.withdrawn.map((field) => [field, ''] as const)]);
    if (entered.size === 0) throw new DomainError('person.nothing-to-correct', 'malformed', {});
    return this.desk.run(request.actor, async (tx, ring) => {
      await this.persons.lockInTx(tx, request.personId);
      const met = await this.inFile.findInTx(tx, request.actor, request.personId);
      if (!met) throw noSuchPerson();
      requireCorrecting(met, [...entered.keys()]);
      const fields = await this.persons.fieldsInTx(tx, [request.personId]);
      const known = openFields(ring, met.person, fields);
      const changes = [...entered].filter(([field, text]) => (known.get(field) ?? '') !== text);
      await this.addInTx(tx, ring, { met, fields, changes, request });
      return { changed: changes.map(([field]) => field), warnings: warningsOf(new Map([...known, ...changes])) };
    });
  }

  private async addInTx(tx: Tx, ring: KeyRing, { met, fields, changes, request }: Change): Promise<void> {
    const values = changes.map(([field, text]): NewValue => {
      const version = (fields.find((one) => one.field === field)?.version ?? 0) + 1;
      return { field, text, version, ...(version > 1 ? { reason: request.reason } : {}) };
    });
    const author = { ...met.person, recordedBy: request.actor.accountId };
    await this.persons.addValuesInTx(tx, ring, author, values);
  }
}

interface Change {
  readonly met: MetPerson;
  readonly fields: readonly SealedField[];
  readonly changes: readonly (readonly [PersonField, string])[];
  readonly request: PersonCorrection;
}

function requireCorrecting({ rule, person }: MetPerson, fields: readonly PersonField[]): void {
  const isAllowed = rule.records && fields.every((field) => fieldAccess(rule, field) !== 'hidden');
  if (!isAllowed) throw new DomainError('person.family-not-recorded-here', 'forbidden', { family: person.family });
}
