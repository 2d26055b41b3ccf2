import { Injectable } from '@nestjs/common';
import { type Day, DomainError } from '#libs/domain/kernel';
import { type Territory, validOn } from '#libs/domain/jurisdiction';
import { type IndicatorCode, defaultVariant, resolvePeriod, targetFor } from '#libs/domain/performance';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { PlanDirectory } from '#libs/feature/plans';
import type { ComplianceTable } from './compliance-table.js';
import { ListBehindValue, type ListName, type ListPage } from './list-behind-value.service.js';
import { MeasureCompliance } from './measure-compliance.service.js';

/** A question as people put it: names instead of ids. */
export interface ComplianceQuestion {
  readonly plan: string;
  readonly jurisdiction?: string;
  readonly period: string;
  readonly parts?: boolean;
  readonly asOf?: Day;
}

export interface ListQuestion extends ComplianceQuestion {
  readonly indicator: IndicatorCode;
  readonly variant?: string;
  readonly list: ListName;
  readonly limit?: number;
  readonly after?: string;
}

const PART: Readonly<Record<Territory['level'], readonly Territory['level'][]>> = {
  nation: ['province'],
  province: ['district', 'commune'],
  district: ['commune'],
  commune: [],
};

/** Answers questions about compliance, within the territory that the asker may see. */
@Injectable()
export class AskCompliance {
  constructor(
    private readonly measure: MeasureCompliance,
    private readonly lists: ListBehindValue,
    private readonly plans: PlanDirectory,
    private readonly directory: JurisdictionDirectory,
  ) {}

  /**
   * @param within the territory whose subtree may be seen; `undefined` for the operator at the command line.
   * @throws DomainError `territory.not-found` (also outside `within`), `territory.ambiguous`, `plan.not-found`, `period.invalid`.
   */
  async table(question: ComplianceQuestion, within?: number): Promise<ComplianceTable> {
    const { place, day } = await this.placeOf(question, within);
    const territories = question.parts ? this.parts(place, day) : [place];
    const { plan: planId, period, asOf } = question;
    return this.measure.table({ planId, period, territories, ...(asOf ? { asOf } : {}) });
  }

  /** One page of one of the three lists behind a value. @throws as `table`, and `indicator.not-found`. */
  async list(question: ListQuestion, within?: number): Promise<ListPage> {
    const { place } = await this.placeOf(question, within);
    const plan = await this.plans.get(question.plan);
    const { indicator, list, period, asOf, limit, after } = question;
    const variant = question.variant ?? targetFor(plan, indicator)?.variant ?? defaultVariant(indicator);
    const page = { ...(asOf ? { asOf } : {}), ...(limit ? { limit } : {}), ...(after ? { after } : {}) };
    return this.lists.list({ planId: plan.id, period, territory: place, indicator, variant, list, ...page });
  }

  private async placeOf(question: ComplianceQuestion, within?: number): Promise<{ place: Territory; day: Day }> {
    const plan = await this.plans.get(question.plan);
    const { period } = resolvePeriod(plan, question.period);
    const place = question.jurisdiction
      ? this.directory.territoryNamed(question.jurisdiction, period.to)
      : await this.measure.territoryOf(plan.id);
    if (within !== undefined && !this.directory.current.tree.holds(within, place.id)) {
      throw new DomainError('territory.not-found', 'not-found', { territory: question.jurisdiction ?? place.code });
    }
    return { place, day: period.to };
  }

  /** The parts under the borders of the day: of the nation its provinces then, of a province its districts then or its communes. */
  private parts(place: Territory, day: Day): readonly Territory[] {
    const below = this.directory.current.tree
      .subtreeOf(place.id)
      .filter((one) => one.id !== place.id && validOn(one, day));
    const level = PART[place.level].find((wanted) => below.some((one) => one.level === wanted));
    return below.filter((one) => one.level === level).sort((a, b) => (a.code < b.code ? -1 : 1));
  }
}
