import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import { type PersonField, fieldAccess } from '#libs/domain/person';
import type { Actor } from '#libs/feature/access';
import { AuditTrail } from '#libs/platform/audit';
import { type Tx, newId } from '#libs/platform/database';
import type { KeyRing } from '#libs/platform/vault';
import { Disclosures, type SpentBudget } from './disclosures.repository.js';
import { papersIn } from './entered-person.js';
import { openFields } from './open-fields.js';
import { PersonDesk, auditActor, noSuchPerson } from './person-desk.js';
import { PersonRepository } from './person.repository.js';
import type { RevealedPersonView } from './person.view.js';
import { type MetPerson, PersonsInFile } from './persons-in-file.service.js';
import type { Purpose } from './purposes.js';
import { reasonPlace } from './sealed-fields.js';

/** Who asks for which fields of whom, and for what. */
export interface RevealRequest {
  readonly actor: Actor;
  readonly personId: string;
  readonly fields: readonly PersonField[];
  readonly purpose: Purpose;
  /** In own words; needed for the purpose `other`. */
  readonly reason?: string;
}

/** Tells who somebody is: for a purpose, recorded, within the budget of the hour. */
@Injectable()
export class RevealPerson {
  constructor(
    private readonly desk: PersonDesk,
    private readonly persons: PersonRepository,
    private readonly inFile: PersonsInFile,
    private readonly disclosures: Disclosures,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * @returns the fields asked for, as far as they are known.
   * @throws DomainError `person.purpose-in-words`, `person.not-found`, `person.field-not-revealed`; RequestRefused
   *   `person.budget-spent` (429, Retry-After), `vault.value-refused` (503).
   */
  async reveal(request: RevealRequest): Promise<RevealedPersonView> {
    if (request.purpose === 'other' && request.reason === undefined) {
      throw new DomainError('person.purpose-in-words', 'malformed', {});
    }
    const outcome = await this.desk.run(request.actor, (tx, ring) => this.revealInTx(tx, ring, request));
    if ('until' in outcome) throw this.disclosures.refusalOf(outcome);
    return outcome;
  }

  private async revealInTx(tx: Tx, ring: KeyRing, request: RevealRequest): Promise<RevealedPersonView | SpentBudget> {
    const { actor, personId, fields } = request;
    const spent = await this.disclosures.spentInTx(tx, actor, 'reveal');
    if (spent) return spent;
    const met = await this.inFile.findInTx(tx, actor, personId);
    if (!met) throw noSuchPerson();
    requireRevealed(met, fields);
    const known = openFields(ring, met.person, await this.persons.fieldsInTx(tx, [personId]));
    await this.recordInTx(tx, ring, met, request);
    await this.enterInTx(tx, request, known);
    return { id: personId, family: met.person.family, ...revealedFields(fields, known) };
  }

  /** What was told stands in the audit as fingerprints. */
  private async enterInTx(tx: Tx, request: RevealRequest, known: ReadonlyMap<PersonField, string>): Promise<void> {
    const { actor, personId, purpose, fields } = request;
    const values = Object.fromEntries([...known].filter(([field]) => fields.includes(field)));
    const subject = { kind: 'person', id: personId };
    await this.trail.recordInTx(tx, {
      ...{ action: 'person.revealed', by: auditActor(actor), subject },
      ...{ detail: { purpose, fields: [...fields] }, values },
    });
  }

  private async recordInTx(tx: Tx, ring: KeyRing, { person }: MetPerson, request: RevealRequest): Promise<void> {
    const { actor, purpose, fields, reason } = request;
    const id = newId();
    const sealed = reason === undefined ? {} : { reason: ring.seal(reasonPlace(person.family, id), reason) };
    await this.disclosures.recordInTx(tx, actor, { what: 'reveal', id, person, purpose, fields, ...sealed });
  }
}

function requireRevealed({ rule, person }: MetPerson, fields: readonly PersonField[]): void {
  const closed = fields.filter((field) => fieldAccess(rule, field) !== 'revealable');
  if (closed.length === 0) return;
  const { article } = rule;
  throw new DomainError('person.field-not-revealed', 'forbidden', { fields: closed, family: person.family, article });
}

function revealedFields(
  asked: readonly PersonField[],
  known: ReadonlyMap<PersonField, string>,
): Pick<RevealedPersonView, 'fields' | 'papers'> {
  const told = asked.flatMap((field) => {
    const text = known.get(field);
    return text === undefined || field === 'papers' ? [] : [{ field, text }];
  });
  const papers = asked.includes('papers') ? known.get('papers') : undefined;
  return { fields: told, ...(papers === undefined ? {} : { papers: papersIn(papers) }) };
}
