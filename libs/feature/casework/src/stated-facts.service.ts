import { Injectable } from '@nestjs/common';
import type { TerritoryRef } from '#libs/domain/performance';
import { type Day, DomainError } from '#libs/domain/kernel';
import { validOn } from '#libs/domain/jurisdiction';
import { Accounts } from '#libs/feature/access';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { Campaigns } from '#libs/feature/plans';
import { Clock, type Tx } from '#libs/platform/database';

/** A step that the law takes: what it states, of whom, when. */
export interface StatedStep {
  readonly type: string;
  readonly occurredOn: Day;
  readonly officeId: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What is known beside the step. */
export interface Known {
  /** Where the matter happened, as the file tells it. */
  readonly placeId?: number;
  /** What stood in the step's place: a person who was named then is not judged again. */
  readonly former?: StatedStep;
}

/** Steps by which an office names one of its people, and where. */
const NAMED: Readonly<Record<string, string>> = {
  assigned: 'assigneeId',
  'prosecutor-assigned': 'prosecutorId',
  'case-assigned': 'officerId',
  'judge-assigned': 'judgeId',
};

/** Checks what steps state of plans and people, which the law's tables cannot know. */
@Injectable()
export class StatedFacts {
  constructor(
    private readonly directory: JurisdictionDirectory,
    private readonly campaigns: Campaigns,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `campaign.unknown`, `campaign.not-running`, `campaign.elsewhere`; `assign.of-another-office`.
   */
  async checkInTx(tx: Tx, step: StatedStep, { placeId, former }: Known): Promise<void> {
    await this.checkCampaign(tx, step, placeId);
    const field = NAMED[step.type];
    if (field !== undefined && former?.payload[field] !== step.payload[field]) await this.checkPerson(tx, step, field);
  }

  /** A key case belongs to a campaign of a plan that ran on the day of the mark, for the case's place or office, or to none. */
  private async checkCampaign(
    tx: Tx,
    { type, occurredOn, officeId, payload }: StatedStep,
    placeId?: number,
  ): Promise<void> {
    const { campaign } = payload;
    if (type !== 'key-case-marked' || typeof campaign !== 'string') return;
    const territory = await this.campaigns.territoryOfRunningInTx(tx, campaign, occurredOn);
    const ground = this.groundOf(territory, occurredOn);
    const { territoryId } = this.directory.office(officeId);
    const { tree } = this.directory.current;
    if ([placeId, territoryId].some((id) => id !== undefined && tree.holds(ground, id))) return;
    throw new DomainError('campaign.elsewhere', 'rule', { campaign, territory: territory.name });
  }

  /** Who has the ground of the plan on that day: a province that was merged meanwhile lies in another one. */
  private groundOf({ code, level, validOn: on }: TerritoryRef, day: Day): number {
    const territory = this.directory.territoryByCode(code, level, on);
    if (validOn(territory, day)) return territory.id;
    const above = this.directory.current.tree.ancestorsOf(territory.id);
    const holder = above.find((one) => one.level !== 'nation' && validOn(one, day));
    return (holder ?? territory).id;
  }

  /** Who worked for the office on that day, or for whoever does its work today. Source: Điều 36, 39, 41, 44 BLTTHS. */
  private async checkPerson(tx: Tx, { payload, officeId, occurredOn }: StatedStep, field: string): Promise<void> {
    const office = this.directory.office(officeId);
    const heir = this.directory.successorOf(office, this.clock.today()) ?? office;
    const own = await this.accounts.findOfficeInTx(tx, String(payload[field]), occurredOn);
    if (own?.id !== heir.id) throw new DomainError('assign.of-another-office', 'rule', { office: heir.name });
  }
}
