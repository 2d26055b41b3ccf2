import { Injectable } from '@nestjs/common';
import { type Account } from './account.repository.js';
import { type Actor } from './actor.js';
import { OfficeScopes } from './office-scopes.service.js';

/** Makes actors of accounts. */
@Injectable()
export class Actors {
  constructor(private readonly scopes: OfficeScopes) {}

  /** @returns the account with its office and scope of today. @throws DomainError `office.not-found`. */
  of({ id, username, role, officeId, clearance }: Account): Actor {
    const office = this.scopes.officeToday(officeId);
    const visibleOfficeIds = this.scopes.visibleFrom(office, role);
    return {
      accountId: id,
      username,
      role,
      office,
      acting: { officeId: office.id, agency: office.agency, supervises: false },
      visibleOfficeIds,
      seesEverywhere: this.scopes.areAll(visibleOfficeIds),
      clearance,
    };
  }
}
