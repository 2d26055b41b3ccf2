import { type Docket, FLOWS, FLOW_NAMES, type Flow, flowsOf } from './docket.js';

/** Sums of one docket's flows: before the period and within it. */
export type Tally = Readonly<Partial<Record<Flow, { readonly before: number; readonly within: number }>>>;
export type Tallies = Readonly<Partial<Record<Docket, Tally>>>;

/** Stock and flow of one docket over one period. Every number counts matters of the docket's unit. */
export interface DocketStatement {
  readonly opening: number;
  readonly in: Readonly<Partial<Record<Flow, number>>>;
  readonly moved: Readonly<Partial<Record<Flow, number>>>;
  readonly toBeHandled: number;
  readonly outcomes: Readonly<Partial<Record<Flow, number>>>;
  readonly resolved: number;
  readonly closing: number;
}

const within = (tally: Tally, flow: Flow): number => tally[flow]?.within ?? 0;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** @returns what was open at the start: everything that came in before, less everything that left before. */
export function openingOf(tally: Tally): number {
  const sign = (flow: Flow): number => (FLOWS[flow].kind === 'in' ? 1 : FLOWS[flow].kind === 'mark' ? 0 : -1);
  return sum(FLOW_NAMES.map((flow) => sign(flow) * (tally[flow]?.before ?? 0)));
}

const pick = (tally: Tally, kind: 'in' | 'moved' | 'outcome'): Partial<Record<Flow, number>> =>
  Object.fromEntries(flowsOf(kind).map((flow) => [flow, within(tally, flow)]));

/**
 * opening + in − moved = to be handled; to be handled − resolved = closing.
 * Source: the form logic of QĐ 758/2008/QĐ-VKSTC-TKTP and VKSNDTC's method of 2012.
 */
export function statementOf(tally: Tally): DocketStatement {
  const [entered, moved, outcomes] = [pick(tally, 'in'), pick(tally, 'moved'), pick(tally, 'outcome')];
  const opening = openingOf(tally);
  const toBeHandled = opening + sum(Object.values(entered)) - sum(Object.values(moved));
  const resolved = sum(Object.values(outcomes));
  return { opening, in: entered, moved, toBeHandled, outcomes, resolved, closing: toBeHandled - resolved };
}
