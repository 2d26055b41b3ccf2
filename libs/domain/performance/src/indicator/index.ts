export { type Formula, type Term, compile, docketsOf, evaluate, findFormula, ratioOf } from './formula.js';
export { INDICATOR_DEFINITIONS, type IndicatorDefinition, defaultVariant, findIndicator } from './indicator.js';
