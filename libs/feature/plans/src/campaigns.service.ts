import { Injectable } from '@nestjs/common';
import { type Day, DomainError } from '#libs/domain/kernel';
import { type Plan, type TerritoryRef, periodsOf } from '#libs/domain/performance';
import type { Tx } from '#libs/platform/database';
import { PlanDirectory } from './plan-directory.service.js';

/** A campaign window (đợt cao điểm) as a plan in force opens it; `section` and `wording` are its legal basis. */
export interface Campaign {
  /** `<plan>/<period>`, such as `national-2023/2023-campaign-1`. */
  readonly code: string;
  readonly planId: string;
  readonly planNumber?: string;
  readonly issuer: string;
  readonly from: Day;
  readonly to: Day;
  /** The plan says “dự kiến”. */
  readonly tentative: boolean;
  readonly section: string;
  readonly wording: string;
}

/** The campaigns of the plans that are loaded, each in the version in force. */
@Injectable()
export class Campaigns {
  constructor(private readonly plans: PlanDirectory) {}

  /** @param on only those that run on that day. @returns the campaigns, by first day. */
  async list(on?: Day): Promise<readonly Campaign[]> {
    const summaries = await this.plans.list();
    const plans = await Promise.all(summaries.map(({ id }) => this.plans.find(id)));
    return plans
      .flatMap((plan) => (plan ? campaignsOf(plan) : []))
      .filter(({ from, to }) => on === undefined || (from <= on && on <= to))
      .sort((one, other) => one.from.localeCompare(other.from) || one.code.localeCompare(other.code));
  }

  /**
   * Makes sure that a code names a campaign that runs on a day.
   * @returns the territory of its plan.
   * @throws DomainError `campaign.unknown`; `campaign.not-running` with its days.
   */
  async territoryOfRunningInTx(tx: Tx, code: string, on: Day): Promise<TerritoryRef> {
    const plan = await this.plans.findInTx(tx, code.split('/')[0] ?? '');
    const campaign = plan && campaignsOf(plan).find((one) => one.code === code);
    if (!campaign) throw new DomainError('campaign.unknown', 'rule', { campaign: code });
    const { from, to } = campaign;
    if (on < from || on > to) throw new DomainError('campaign.not-running', 'rule', { campaign: code, from, to });
    return plan.territoryRef;
  }
}

const campaignsOf = (plan: Plan): Campaign[] => {
  const { id: planId, number: planNumber, issuer } = plan;
  const windows = periodsOf(plan).filter(({ kind }) => kind === 'campaign');
  return plan.campaigns.flatMap(({ period, tentative, wording, section }) => {
    const window = windows.find((one) => one.period.from === period.from && one.period.to === period.to);
    if (!window) return [];
    const told = { code: `${planId}/${window.key}`, planId, issuer, ...period, tentative, section, wording };
    return [planNumber === undefined ? told : { ...told, planNumber }];
  });
};
