import { Injectable } from '@nestjs/common';
import type { Day, Period } from '#libs/domain/kernel';
import {
  type ComplianceValue,
  DOCKET_NAMES,
  type Docket,
  INDICATORS,
  INDICATOR_DEFINITIONS,
  type IndicatorCode,
  type Plan,
  type Tallies,
  assess,
  defaultVariant,
  docketsOf,
  findFormula,
  statementOf,
  targetFor,
} from '#libs/domain/performance';
import type { Territory } from '#libs/domain/jurisdiction';
import { JurisdictionDirectory } from '#libs/feature/jurisdictions';
import { Clock } from '#libs/platform/database';
import type { ComplianceRow, ComplianceTable, JurisdictionLine } from './compliance-table.js';
import { PlansInForce } from './plans-in-force.js';
import { TallyRepository, type TalliesByNode } from './tally.repository.js';

/** What a table is asked for. */
export interface ComplianceQuery {
  readonly planId: string;
  readonly period: string;
  /** Territories; several make several rows. */
  readonly territories: readonly Territory[];
  readonly asOf?: Day;
  /** With the other readings and the dockets of each territory; true unless said otherwise. */
  readonly detail?: boolean;
}

/** Measures the agencies against the targets of a plan. */
@Injectable()
export class MeasureCompliance {
  constructor(
    private readonly tallies: TallyRepository,
    private readonly plans: PlansInForce,
    private readonly directory: JurisdictionDirectory,
    private readonly clock: Clock,
  ) {}

  /** @returns the territory that a plan judges. @throws DomainError `plan.not-found`, `territory.not-found`. */
  async territoryOf(planId: string): Promise<Territory> {
    const { territoryRef: territory } = await this.plans.get(planId);
    return this.directory.territoryByCode(territory.code, territory.level, territory.validOn);
  }

  /** @throws DomainError `plan.not-found` or `period.invalid`, naming what there is. */
  async table(query: ComplianceQuery): Promise<ComplianceTable> {
    const { plan, named, standing } = await this.plans.withPeriod(query.planId, query.period);
    const { key, period } = named;
    const byNode = await this.sums(query, period, plan);
    const figuresOf = judgeBy(plan, query.detail ?? true);
    const rows = query.territories.map((territory) => ({
      jurisdiction: lineOf(territory),
      ...figuresOf(byNode.get(territory.id) ?? {}),
    }));
    return {
      plan: { id: plan.id, number: plan.number, issuer: plan.issuer, title: plan.title },
      period: { key, ...period },
      ...(query.asOf ? { asOf: query.asOf } : {}),
      computedAt: this.clock.now().toISOString(),
      pendingSteps: standing.pendingSteps,
      rows,
    };
  }

  private async sums(query: ComplianceQuery, period: Period, plan: Plan): Promise<TalliesByNode> {
    const { territories: nodes, asOf, detail = true } = query;
    const asked = detail ? { nodes, period } : { nodes, period, dockets: docketsJudged(plan) };
    return asOf ? this.tallies.asOf({ ...asked, asOf }) : this.tallies.fromOpenings(asked);
  }
}

const variantOf = (plan: Plan, code: IndicatorCode): string => targetFor(plan, code)?.variant ?? defaultVariant(code);

const docketsJudged = (plan: Plan): readonly Docket[] =>
  docketsOf(INDICATORS.flatMap((code) => findFormula(code, variantOf(plan, code)) ?? []));

const valueOf = (code: IndicatorCode, plan: Plan, tallies: Tallies): ComplianceValue =>
  assess(code, variantOf(plan, code), tallies, targetFor(plan, code));

const lineOf = ({ id, code, name, level }: Territory): JurisdictionLine => ({ id, code, name, level });

type Figures = Omit<ComplianceRow, 'jurisdiction'>;

const figuresBy = (plan: Plan, tallies: Tallies, detail: boolean): Figures => {
  const values = INDICATORS.map((indicator) => valueOf(indicator, plan, tallies));
  if (!detail) return { values, beside: [], dockets: {} };
  const main = new Set(values.map((value) => `${value.indicator}/${value.variant}`));
  const others = INDICATOR_DEFINITIONS.filter((one) => !main.has(`${one.code}/${one.variant}`));
  const statements = DOCKET_NAMES.flatMap((docket) => {
    const tally = tallies[docket];
    return tally ? [[docket, statementOf(tally)] as const] : [];
  });
  return {
    values,
    beside: others.map((one) => assess(one.code, one.variant, tallies)),
    dockets: Object.fromEntries(statements),
  };
};

/** Most territories of a whole country have no case: they are judged once, together. */
const judgeBy = (plan: Plan, detail: boolean): ((tallies: Tallies) => Figures) => {
  const nothing = figuresBy(plan, {}, detail);
  return (tallies) => (Object.keys(tallies).length === 0 ? nothing : figuresBy(plan, tallies, detail));
};
