import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/domain/kernel';
import { type Actor, scopeOf } from '#libs/feature/access';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { AuditTrail } from '#libs/platform/audit';
import { UnitOfWork } from '#libs/platform/database';
import { type KnownRelease, ReleaseRepository } from './release.repository.js';

/** Shows and approves releases, within the territory of whoever asks. */
@Injectable()
export class Releases {
  constructor(
    private readonly releases: ReleaseRepository,
    private readonly directory: JurisdictionDirectory,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `release.not-found`, also of a territory that the actor's office is not responsible for. */
  async get(id: string, actor: Actor): Promise<KnownRelease> {
    const release = await this.releases.find(id);
    const { tree } = this.directory.current;
    if (!release || !tree.holds(actor.office.territoryId, release.territoryId)) {
      throw new DomainError('release.not-found', 'not-found');
    }
    return release;
  }

  /**
   * @returns a release that goes out now: who took it is in the audit before anybody has it.
   * @throws as `get`, and DomainError `release.not-approved`.
   */
  async take(id: string, actor: Actor): Promise<KnownRelease> {
    const release = await this.get(id, actor);
    const { code, sha256 } = release;
    if (release.state !== 'approved') throw new DomainError('release.not-approved', 'rule', { code });
    const { accountId, role, office } = actor;
    const by = { accountId, officeId: office.id, role };
    const taken = { action: 'export.taken', by, subject: { kind: 'release', id }, detail: { code, sha256 } } as const;
    await this.unitOfWork.run((tx) => this.audit.recordInTx(tx, taken), scopeOf(actor));
    return release;
  }

  /**
   * The second person of two: from now on the table may go out, and every later one is audited against it.
   * @throws as `get`, and DomainError `release.same-person`, `release.already-approved`, `release.prepared-before-another`.
   */
  async approve(id: string, actor: Actor): Promise<KnownRelease> {
    const { accountId, office } = actor;
    const release = await this.get(id, actor);
    const { code } = release;
    if (release.preparedBy === accountId) throw new DomainError('release.same-person', 'forbidden', { code });
    await this.unitOfWork.run(async (tx) => {
      await this.releases.lockInTx(tx);
      const isApproved = await this.releases.isApprovedInTx(tx, id);
      if (isApproved) throw new DomainError('release.already-approved', 'conflict', { code });
      const other = await this.releases.findUnauditedInTx(tx, release);
      if (other) throw new DomainError('release.prepared-before-another', 'conflict', { code });
      await this.releases.approveInTx(tx, id, { accountId, officeId: office.id });
    }, scopeOf(actor));
    return this.get(id, actor);
  }
}
