import { type Day, day } from '#libs/domain/kernel';
import { type CaseFile, chargedDefendants } from './case-file.js';
import { offencesOf } from './offence-list.js';
import type { Offence } from './offence.js';

/** Whether the plans mean an offence itself, or one that goes with it. */
export const PLAN_GROUPS = ['core', 'related'] as const;
export type PlanGroup = (typeof PLAN_GROUPS)[number];

/** An article that a plan means, and the days on which it does. A list that changes gets a `validTo` and new rows. */
export interface PlanOffence {
  readonly article: number;
  readonly group: PlanGroup;
  readonly validFrom: Day;
  readonly validTo?: Day;
  readonly basis: string;
}

const rows = (group: PlanGroup, validFrom: Day, basis: string, ...articles: readonly number[]): PlanOffence[] =>
  articles.map((article) => ({ article, group, validFrom, basis }));

/**
 * What the plans against trafficking in persons mean. National reports count Điều 150 and 151 BLHS. The plan of 2023 adds
 * “related offences” without a list: ours is what its measures of prevention speak of (organs, surrogacy for money, forced
 * labour, smuggling of people), to be replaced once an authority issues one.
 */
export const PLAN_OFFENCES: readonly PlanOffence[] = [
  ...rows('core', day('2018-01-01'), 'Đ.150, 151 BLHS', 150, 151),
  ...rows('related', day('2023-01-24'), 'KH 28/KH-BCĐ 2023', 154, 187, 297, 348, 349, 350),
];

const groupOf = ({ article }: Offence, on: Day, table: readonly PlanOffence[]): PlanGroup | undefined =>
  table.find((row) => row.article === article && row.validFrom <= on && on <= (row.validTo ?? on))?.group;

/**
 * @returns whether a case is one of the plans’ own or of those that go with it, by everything that it was instituted for and
 * that its accused are charged with, on the day of the institution; `undefined` where it is
 * neither, or nobody knows the day or the offence.
 */
export function planGroupOf(file: CaseFile, table: readonly PlanOffence[] = PLAN_OFFENCES): PlanGroup | undefined {
  const { institutedOn: on } = file;
  if (on === undefined) return undefined;
  const charged = chargedDefendants(file).flatMap(({ charges, offence }) => charges ?? (offence ? [offence] : []));
  const groups = [...offencesOf(file), ...charged].map((offence) => groupOf(offence, on, table));
  return PLAN_GROUPS.find((group) => groups.includes(group));
}
