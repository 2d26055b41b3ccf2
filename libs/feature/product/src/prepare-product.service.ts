import { Injectable } from '@nestjs/common';
import { Accounts, type Role } from '#libs/feature/access';
import { ComplianceRefresher } from '#libs/feature/compliance';
import { DemonstrationCountry, type LoadedCountry } from '#libs/feature/demonstration';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { LoadReference } from './load-reference.service.js';

/** An account of the invented country. The password is made anew for each database and shown once. */
export interface DemonstrationAccount {
  readonly username: string;
  readonly password: string;
  readonly role: Role;
  readonly office: string;
}

/** What a preparation did; `accounts` only when it made them. */
export interface Prepared {
  readonly country?: LoadedCountry;
  readonly accounts: readonly DemonstrationAccount[];
}

interface Staff {
  readonly username: string;
  readonly role: Role;
  readonly officeCode: string;
}

/** Everybody of one day in the life of a case in Hải Phòng, and those who look from the centre. */
const STAFF: readonly Staff[] = [
  { username: 'dieutra.haiphong', role: 'investigator', officeCode: 'CA-31' },
  { username: 'tructin.haiphong', role: 'desk-officer', officeCode: 'CA-31' },
  { username: 'kiemsat.haiphong', role: 'procuracy-clerk', officeCode: 'VKS-31' },
  { username: 'toaan.haiphong', role: 'court-clerk', officeCode: 'TA-31' },
  { username: 'thongke.haiphong', role: 'statistician', officeCode: 'BCD-31' },
  { username: 'lanhdao.haiphong', role: 'leader', officeCode: 'BCD-31' },
  { username: 'lanhdao.trunguong', role: 'leader', officeCode: 'BCD-CP' },
  { username: 'thongke.trunguong', role: 'statistician', officeCode: 'BCD-CP' },
  { username: 'quantri', role: 'administrator', officeCode: 'BCD-CP' },
];

/** Brings an installation to where people can work: reference rows always, the invented country only when empty. */
@Injectable()
export class PrepareProduct {
  constructor(
    private readonly reference: LoadReference,
    private readonly country: DemonstrationCountry,
    private readonly compliance: ComplianceRefresher,
    private readonly accounts: Accounts,
    private readonly directory: JurisdictionDirectory,
  ) {}

  /** Loads territories, offices, plans and days off; what is there stays. @param root the folder that holds `database/seeds`. */
  async loadReference(root: string): Promise<void> {
    await this.reference.run(root);
  }

  /** Fills an empty database with the invented country and its accounts; does nothing to one that is not empty. */
  async loadDemonstration(): Promise<Prepared> {
    if (!(await this.country.isEmpty())) return { accounts: [] };
    const accounts = (await this.accounts.list()).length === 0 ? await this.makeAccounts() : [];
    const [author] = await this.accounts.list();
    if (!author) return { accounts };
    const country = await this.country.loadSmall(author.id);
    await this.compliance.recompute();
    return { country, accounts };
  }

  private async makeAccounts(): Promise<DemonstrationAccount[]> {
    const made: DemonstrationAccount[] = [];
    for (const { username, role, officeCode } of STAFF) {
      const office = this.directory.findOfficeByCode(officeCode);
      if (!office) continue;
      const displayName = `Minh họa – ${office.name}`;
      const wanted = { username, displayName, role, officeId: office.id, mayKeepPassword: true };
      const { password } = await this.accounts.create(wanted);
      made.push({ username, password, role, office: office.name });
    }
    return made;
  }
}
