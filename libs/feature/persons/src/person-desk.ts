import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import type { SubjectKind } from '#libs/domain/procedure';
import { type Actor, scopeOf } from '#libs/feature/access';
import type { AuditActor } from '#libs/platform/audit';
import { type Tx, UnitOfWork } from '#libs/platform/database';
import { type KeyRing, Vault } from '#libs/platform/vault';
import { type FileCard, PersonFiles } from './person-files.service.js';

/** The one way into the tables of persons: a transaction in the actor's scope, with the keys. */
@Injectable()
export class PersonDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly files: PersonFiles,
  ) {}

  /** @param work has no effect outside of `tx`: it is run again after keys were changed elsewhere. */
  async run<T>(actor: Actor, work: (tx: Tx, ring: KeyRing) => Promise<T>): Promise<T> {
    return this.vault.use((ring) => this.unitOfWork.run((tx) => work(tx, ring), scopeOf(actor)));
  }

  /** @throws DomainError `file.not-found`, the same for a file that is not there and one the actor may not see. */
  async getFileInTx(tx: Tx, actor: Actor, kind: SubjectKind, id: string): Promise<FileCard> {
    const file = await this.files.findInTx(tx, actor, kind, id);
    if (!file) throw new DomainError('file.not-found', 'not-found', {});
    return file;
  }
}

/** @returns the refusal for a person that is not there, or not there for the actor. */
export const noSuchPerson = (): DomainError => new DomainError('person.not-found', 'not-found', {});

/** @returns the actor as the audit names him or her. */
export const auditActor = ({ accountId, office, role }: Actor): AuditActor => ({
  accountId,
  officeId: office.id,
  role,
});
