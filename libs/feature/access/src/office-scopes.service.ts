import { Injectable } from '@nestjs/common';
import { type Office } from '#libs/domain/jurisdiction';
import { type Day, DomainError } from '#libs/domain/kernel';
import { JurisdictionDirectory, type JurisdictionMap } from '#libs/feature/jurisdictions';
import { Clock } from '#libs/platform/database';
import { type Role } from './access.permissions.js';
import { visibleOffices } from './office-scope.js';

/** Keeps each office's scope until a day ends or the offices change: a committee at the centre sees thousands. */
@Injectable()
export class OfficeScopes {
  private known = new Map<string, ReadonlySet<number>>();
  private map?: JurisdictionMap;
  private day?: Day;

  constructor(
    private readonly directory: JurisdictionDirectory,
    private readonly clock: Clock,
  ) {}

  /** @returns the office itself while it stands, else the one that does its work today. @throws DomainError `office.not-found`. */
  officeToday(officeId: number): Office {
    const office = this.directory.office(officeId);
    return this.directory.successorOf(office, this.clock.today()) ?? office;
  }

  /** @throws DomainError `office.not-found`; `account.office-required` when the office does not stand any more. */
  standingOffice(officeId: number): Office {
    const office = this.directory.office(officeId);
    const { validTo } = office;
    if (validTo !== undefined && validTo < this.clock.today()) {
      throw new DomainError('account.office-required', 'malformed', { until: validTo });
    }
    return office;
  }

  /** @returns the ids of the offices that the role may see from this office today. */
  visibleFrom(office: Office, role: Role): ReadonlySet<number> {
    const day = this.clock.today();
    const map = this.directory.current;
    if (map !== this.map || day !== this.day) this.known = new Map();
    [this.map, this.day] = [map, day];
    const key = `${office.id} ${role}`;
    const scope = this.known.get(key) ?? visibleOffices(map.offices, { role, office, day });
    this.known.set(key, scope);
    return scope;
  }

  /** @returns whether these are all the offices that there are. */
  areAll(officeIds: ReadonlySet<number>): boolean {
    return officeIds.size === this.directory.current.offices.offices.length;
  }
}
