import type { Day } from '#libs/domain/kernel';
import type { WITHHELD } from '#libs/domain/disclosure';
import type { IndicatorCode } from '#libs/domain/performance';
import type { CountRow } from './release-counts.js';

/** A value of a released table. What is withheld is `null` and gives its reason; what follows from it is absent. */
export interface ReleasedValue {
  readonly indicator: IndicatorCode;
  readonly variant: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly remaining: number | null;
  readonly withheld: Partial<Record<'numerator' | 'denominator' | 'remaining', typeof WITHHELD>>;
  readonly target?: { readonly comparator: string; readonly percent: number };
  readonly percent?: number;
  readonly met?: boolean;
  readonly gapInCases?: number;
}

/** A territory of a released table; `elsewhere`: in the whole, and in none of its parts. */
export interface ReleasedRow {
  readonly jurisdiction: { readonly code: string; readonly name: string; readonly level: string };
  readonly values: readonly ReleasedValue[];
}

/** What leaves the circle. Its SHA-256 is that of its JSON without spaces, the properties in this order. */
export interface ReleaseContent {
  readonly code: string;
  readonly plan: { readonly id: string; readonly number?: string; readonly issuer: string; readonly title: string };
  readonly period: { readonly key: string; readonly from: Day; readonly to: Day };
  readonly knownOn: Day;
  readonly rule: { readonly k: number; readonly sources: readonly string[] };
  readonly prepared: { readonly at: string; readonly office: string; readonly username: string };
  readonly rows: readonly ReleasedRow[];
}

/** A release before it is kept, with the true counts behind it. */
export interface NewRelease {
  readonly id: string;
  readonly territoryId: number;
  readonly placeIds: readonly number[];
  /** The question as it was put, to know it again. */
  readonly asked: string;
  /** The approved releases with which it passed the gate. */
  readonly auditedWith: readonly string[];
  readonly preparedBy: string;
  readonly officeId: number;
  readonly preparedAt: Date;
  readonly content: ReleaseContent;
  readonly counts: readonly CountRow[];
}

/** Who approved, and when. */
export interface Approval {
  readonly at: string;
  readonly office: string;
  readonly username: string;
}

/** A release as people get it: only an approved one goes out. */
export interface Release {
  readonly id: string;
  readonly code: string;
  readonly sha256: string;
  readonly state: 'prepared' | 'approved';
  readonly approved?: Approval;
  readonly content: ReleaseContent;
}
