import { Injectable } from '@nestjs/common';
import { type PersonField, fieldAccess, sortByGivenName } from '#libs/domain/person';
import type { SubjectKind } from '#libs/domain/procedure';
import type { Actor } from '#libs/feature/access';
import type { KeyRing } from '#libs/platform/vault';
import { maskedField } from './masked-field.js';
import { openFields } from './open-fields.js';
import { PersonDesk } from './person-desk.js';
import { PersonRepository, type SealedField } from './person.repository.js';
import type { MaskedFieldView, MaskedPersonView } from './person.view.js';
import { type MetPerson, PersonsInFile } from './persons-in-file.service.js';

/** @returns what is known of somebody as the reader may see it without asking. @throws as `openFields`. */
export function maskedPerson(ring: KeyRing, met: MetPerson, fields: readonly SealedField[]): MaskedPersonView {
  return maskedView(met, openFields(ring, met.person, fields));
}

function maskedView(
  { person, rule, defendantId, file }: MetPerson,
  known: ReadonlyMap<PersonField, string>,
): MaskedPersonView {
  const shown = [...known].flatMap(([field, text]): MaskedFieldView[] => {
    const access = fieldAccess(rule, field);
    return access === 'hidden' ? [] : [{ field, access, masked: maskedField(field, text) }];
  });
  return {
    id: person.id,
    family: person.family,
    fileId: file.id,
    fileKind: file.kind,
    ...(defendantId === undefined ? {} : { defendantId }),
    nameUnknown: !known.has('fullName'),
    fields: shown,
    article: rule.article,
  };
}

/** Lists the persons of a file, masked. */
@Injectable()
export class ListPersons {
  constructor(
    private readonly desk: PersonDesk,
    private readonly persons: PersonRepository,
    private readonly inFile: PersonsInFile,
  ) {}

  /** @returns everybody who exists for the actor, by given name. @throws DomainError `file.not-found`; as `openFields`. */
  async list(actor: Actor, kind: SubjectKind, fileId: string): Promise<MaskedPersonView[]> {
    return this.desk.run(actor, async (tx, ring) => {
      const file = await this.desk.getFileInTx(tx, actor, kind, fileId);
      const met = await this.inFile.listInTx(tx, actor, file);
      const fields = await this.persons.fieldsInTx(
        tx,
        met.map(({ person }) => person.id),
      );
      const opened = met.map((one) => ({ one, known: openFields(ring, one.person, fields) }));
      const ordered = sortByGivenName(opened, ({ known }) => known.get('fullName') ?? '');
      return ordered.map(({ one, known }) => maskedView(one, known));
    });
  }
}
