export { type Formula, type Term, compile, evaluate, ratioOf } from './formula.js';
export { INDICATOR_DEFINITIONS, type IndicatorDefinition, defaultVariant, findIndicator } from './indicator.js';
