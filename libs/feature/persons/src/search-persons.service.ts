import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import { type PersonFamily, fieldAccess, foldName, nameMatcher } from '#libs/domain/person';
import type { Actor } from '#libs/feature/access';
import { AuditTrail } from '#libs/platform/audit';
import type { Tx } from '#libs/platform/database';
import { type IdentifierKind, type KeyRing, normaliseIdentifier } from '#libs/platform/vault';
import { Disclosures, type SpentBudget } from './disclosures.repository.js';
import { numbersIn } from './entered-person.js';
import { maskedPerson } from './list-persons.service.js';
import { openFields, openIfWhole } from './open-fields.js';
import { PersonDesk, auditActor } from './person-desk.js';
import { familiesOf } from './person-files.service.js';
import { PersonRepository, type PersonRow } from './person.repository.js';
import type { FoundPersonsView, MaskedPersonView } from './person.view.js';
import { type MetPerson, PersonsInFile } from './persons-in-file.service.js';
import { indexesOf } from './sealed-fields.js';

/** By name or by number. */
export type PersonQuery =
  | { readonly by: 'name'; readonly name: string; readonly exactTones: boolean }
  | { readonly by: 'number'; readonly kind: IdentifierKind; readonly number: string };

export interface PersonSearch {
  readonly actor: Actor;
  readonly query: PersonQuery;
  /** All that the actor may meet when absent. */
  readonly families?: readonly PersonFamily[];
}

/** More is no search but a list. */
const MOST_FOUND = 50;
const SHORTEST_NAME = 2;

interface Found {
  readonly persons: readonly PersonRow[];
  /** Values that were altered or moved: not searched, and to be looked at. */
  readonly unreadable: number;
}

/** Names and numbers in one spelling, so that the same query has the same fingerprint. */
const textOf = (query: PersonQuery): string =>
  query.by === 'name' ? foldName(query.name) : normaliseIdentifier(query.kind, query.number);

/** Finds persons in the actor's files: by name among the decrypted, by number through the blind index; masked. */
@Injectable()
export class SearchPersons {
  constructor(
    private readonly desk: PersonDesk,
    private readonly persons: PersonRepository,
    private readonly inFile: PersonsInFile,
    private readonly disclosures: Disclosures,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * @throws DomainError `person.search-too-short`, `vault.identifier-malformed`; RequestRefused `person.budget-spent`
   *   (429, Retry-After), `vault.value-refused` (503) when a value of somebody found was altered.
   */
  async search(request: PersonSearch): Promise<FoundPersonsView> {
    const { query } = request;
    if (query.by === 'name' && foldName(query.name).replaceAll(' ', '').length < SHORTEST_NAME) {
      throw new DomainError('person.search-too-short', 'malformed', { least: SHORTEST_NAME });
    }
    const outcome = await this.desk.run(request.actor, (tx, ring) => this.searchInTx(tx, ring, request));
    if ('until' in outcome) throw this.disclosures.refusalOf(outcome);
    return outcome;
  }

  private async searchInTx(tx: Tx, ring: KeyRing, request: PersonSearch): Promise<FoundPersonsView | SpentBudget> {
    const { actor, query } = request;
    const spent = await this.disclosures.spentInTx(tx, actor, 'search');
    if (spent) return spent;
    const families = familiesOf(actor).filter((one) => request.families?.includes(one) ?? true);
    const { persons, unreadable } =
      query.by === 'name'
        ? await this.byName(tx, ring, query, families)
        : await this.byNumber(tx, ring, query, families);
    const all = await this.metInTx(tx, actor, persons);
    // Whoever may not see that there is a number learns nothing by trying some.
    const met = all.filter(({ rule }) => query.by === 'name' || fieldAccess(rule, 'papers') !== 'hidden');
    const shown = met.slice(0, MOST_FOUND);
    const items = await this.maskedInTx(tx, ring, shown);
    await this.disclosures.recordInTx(tx, actor, { what: `search-by-${query.by}`, found: items.length });
    await this.trail.recordInTx(tx, {
      ...{ action: 'person.searched', by: auditActor(actor), values: { query: textOf(query) } },
      detail: { by: query.by, found: items.map(({ id }) => id) },
    });
    return { items, hasMore: met.length > shown.length, unreadable };
  }

  private async byName(
    tx: Tx,
    ring: KeyRing,
    query: PersonQuery & { by: 'name' },
    families: readonly PersonFamily[],
  ): Promise<Found> {
    const matches = nameMatcher(query.name, query.exactTones);
    const ids = new Set<string>();
    let unreadable = 0;
    for (const field of await this.persons.namesInTx(tx, families)) {
      const name = openIfWhole(ring, field, field);
      if (name === undefined) unreadable += 1;
      else if (matches(name)) ids.add(field.personId);
    }
    return { persons: await this.persons.listInTx(tx, [...ids]), unreadable };
  }

  /** The index may be moved by hand: only who really bears the number is found. */
  private async byNumber(
    tx: Tx,
    ring: KeyRing,
    query: PersonQuery & { by: 'number' },
    families: readonly PersonFamily[],
  ): Promise<Found> {
    const { kind, number } = query;
    const values = families.flatMap((family) => indexesOf(ring, family, kind, number));
    const candidates = await this.persons.byNumberInTx(tx, values, MOST_FOUND + 1);
    const fields = await this.persons.fieldsInTx(
      tx,
      candidates.map(({ id }) => id),
    );
    const asked = new Set(values.map((value) => value.toString('hex')));
    const bears = (person: PersonRow): boolean =>
      [...openFields(ring, person, fields)].some(([field, text]) =>
        numbersIn(field, text)
          .filter((own) => own.kind === kind)
          .some((own) =>
            indexesOf(ring, person.family, kind, own.number).some((one) => asked.has(one.toString('hex'))),
          ),
      );
    return { persons: candidates.filter(bears), unreadable: 0 };
  }

  private async metInTx(tx: Tx, actor: Actor, persons: readonly PersonRow[]): Promise<MetPerson[]> {
    const met: MetPerson[] = [];
    for (const person of persons) {
      const one = await this.inFile.meetInTx(tx, actor, person);
      if (one) met.push(one);
      if (met.length > MOST_FOUND) break;
    }
    return met;
  }

  private async maskedInTx(tx: Tx, ring: KeyRing, met: readonly MetPerson[]): Promise<MaskedPersonView[]> {
    const fields = await this.persons.fieldsInTx(
      tx,
      met.map(({ person }) => person.id),
    );
    return met.map((one) => maskedPerson(ring, one, fields));
  }
}
