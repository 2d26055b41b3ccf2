import type { Ratio } from '#libs/domain/kernel';
import { type Docket, FLOWS, FLOW_NAMES, type Flow, type Tallies, flowsOf } from '../docket/index.js';
import type { IndicatorCode } from '../plan/index.js';
import { INDICATOR_DEFINITIONS, type IndicatorDefinition, defaultVariant } from './indicator.js';

/** One flow of one docket, before the period or within it, added or subtracted. */
export interface Term {
  readonly docket: Docket;
  readonly flow: Flow;
  readonly when: 'before' | 'within';
  readonly sign: 1 | -1;
}

/**
 * An indicator compiled once: sums of terms. Board, list and report all use this one compilation, so a value and the
 * count of its list cannot differ.
 */
export interface Formula {
  readonly numerator: readonly Term[];
  readonly denominator: readonly Term[];
  /** What left the denominator and why: shown in the third list. */
  readonly excluded: readonly Term[];
}

/** opening + in − moved, as terms. */
const toBeHandled = (docket: Docket): Term[] =>
  FLOW_NAMES.flatMap((flow): Term[] => {
    const { kind } = FLOWS[flow];
    if (kind === 'mark') return [];
    const before: Term = { docket, flow, when: 'before', sign: kind === 'in' ? 1 : -1 };
    if (kind === 'in') return [before, { docket, flow, when: 'within', sign: 1 }];
    return kind === 'moved' ? [before, { docket, flow, when: 'within', sign: -1 }] : [before];
  });

const within = (docket: Docket, flows: readonly Flow[]): Term[] =>
  flows.map((flow) => ({ docket, flow, when: 'within', sign: 1 }));

/** Compiles a definition. @returns the terms of numerator, denominator and the excluded. */
export function compile(definition: IndicatorDefinition): Formula {
  const { docket, counted } = definition;
  const numerator = 'flows' in counted ? within(docket, counted.flows) : toBeHandled(counted.handledIn);
  const received = definition.base === 'received';
  return {
    numerator,
    denominator: received ? within(docket, ['new']) : toBeHandled(docket),
    excluded: received ? [] : within(docket, flowsOf('moved')),
  };
}

const FORMULAS: ReadonlyMap<string, Formula> = new Map(
  INDICATOR_DEFINITIONS.map((one) => [`${one.code}/${one.variant}`, compile(one)]),
);

/** @returns the formula of a definition in force, compiled beforehand; `undefined` when there is no such variant. */
export const findFormula = (code: IndicatorCode, variant = defaultVariant(code)): Formula | undefined =>
  FORMULAS.get(`${code}/${variant}`);

/** @returns the dockets of which the formulas need tallies, each once. */
export const docketsOf = (formulas: readonly Formula[]): readonly Docket[] => [
  ...new Set(
    formulas.flatMap(({ numerator, denominator }) => [...numerator, ...denominator]).map(({ docket }) => docket),
  ),
];

/** @returns the sum of the terms over the tallies. */
export function evaluate(terms: readonly Term[], tallies: Tallies): number {
  let total = 0;
  for (const { docket, flow, when, sign } of terms) total += sign * (tallies[docket]?.[flow]?.[when] ?? 0);
  return total;
}

/** @returns numerator and denominator of an indicator over the tallies of one jurisdiction and period. */
export const ratioOf = (formula: Formula, tallies: Tallies): Ratio => ({
  numerator: evaluate(formula.numerator, tallies),
  denominator: evaluate(formula.denominator, tallies),
});
