import { type TerritoryLevel } from '#libs/domain/jurisdiction';
import { type Day, type Period } from '#libs/domain/kernel';
import { type ReportingRule } from './reporting-rule.js';
import { type Target } from './target.js';
import { type Task } from './task.js';

export const PLAN_KINDS = ['annual', 'programme'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** A people's committee can only request courts and procuracies; a steering committee has them as members. */
export const ISSUER_KINDS = ['steering-committee', 'people-committee', 'prime-minister'] as const;
export type IssuerKind = (typeof ISSUER_KINDS)[number];

/** The plan above: number, issuer and day together name it, for a number alone is given twice (28/KH-BCĐ). */
export interface ParentPlan {
  /** Present when that plan is loaded too. */
  readonly planId?: string;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: Day;
}

/** The territory whose figures the plan judges, as coded on `validOn`. */
export interface TerritoryRef {
  readonly code: string;
  readonly name: string;
  readonly level: TerritoryLevel;
  readonly validOn: Day;
}

/** A document that the plan cites; `wording` is an exact quotation. */
export interface Citation {
  readonly wording: string;
  readonly number?: string;
  readonly issuedOn?: Day;
  readonly section?: string;
}

/** A paragraph that orders nobody by itself: an objective, the source of funds. */
export interface Clause {
  readonly section: string;
  readonly text: string;
}

export interface Section {
  readonly section: string;
  readonly title: string;
}

/** Who reports to whom, beside the dates. Quotations are exact; `[…]` marks what is left out. */
export interface ReportingDuty {
  readonly section: string;
  readonly wording: string;
  readonly reportTo: string;
  /** The plan also wants reports out of turn. */
  readonly onDemand: boolean;
  readonly attachments?: string;
}

/** A crack-down of fixed length with figures of its own; `tentative` where the plan says "dự kiến". */
export interface CampaignWindow {
  readonly period: Period;
  readonly tentative: boolean;
  readonly wording: string;
  readonly section: string;
}

/** A plan against human trafficking as its text stands. What the text leaves blank is absent, and `notes` say so. */
export interface Plan {
  readonly id: string;
  readonly number?: string;
  readonly issuer: string;
  readonly issuerKind: IssuerKind;
  readonly issuerFullName?: string;
  readonly issuedOn?: Day;
  /** `YYYY-MM` where the text leaves the day blank. */
  readonly issuedIn?: string;
  readonly title: string;
  readonly kind: PlanKind;
  readonly period: Period;
  readonly territoryRef: TerritoryRef;
  readonly parent?: ParentPlan;
  readonly legalBases: readonly Citation[];
  readonly sections: readonly Section[];
  readonly objectives: readonly Clause[];
  readonly targets: readonly Target[];
  readonly reporting: readonly ReportingRule[];
  readonly reportingDuty?: ReportingDuty;
  readonly campaigns: readonly CampaignWindow[];
  readonly tasks: readonly Task[];
  readonly provisions: readonly Clause[];
  readonly recipients: readonly string[];
  readonly notes: readonly string[];
}
