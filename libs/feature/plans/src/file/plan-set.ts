import { type ParentPlan, type Plan } from '#libs/domain/performance';
import { type PlanDocument } from './plan-document.js';
import { type FaultFacts, type PlanFault, type PlanFaultCode } from './plan-fault.js';

type Identity = Pick<Plan, 'id' | 'number' | 'issuer' | 'issuedOn' | 'parent'>;

/**
 * What only shows when files are read side by side: an id or a plan given twice, a parent that is unknown, that is
 * another plan than the one named, or that is its own descendant.
 * @param known plans that are loaded already; a file may replace one of them under the same id.
 */
export function faultsBetween(
  documents: readonly PlanDocument[],
  known: readonly Identity[] = [],
): readonly PlanFault[] {
  const read = documents.flatMap((document) => (document.plan ? [{ document, plan: document.plan }] : []));
  const replaced = new Set(read.map(({ plan }) => plan.id));
  const plans: readonly Identity[] = [...known.filter(({ id }) => !replaced.has(id)), ...read.map(({ plan }) => plan)];
  return read.flatMap(({ document, plan }, index) => {
    const earlier = [...plans.slice(0, plans.length - read.length), ...read.slice(0, index).map((one) => one.plan)];
    const found = [twiceAmong(earlier, plan), parentFault(plans, documents, plan)];
    return found.flatMap((fault) => (fault ? [placed(document, fault)] : []));
  });
}

interface Found {
  readonly path: readonly string[];
  readonly code: PlanFaultCode;
  readonly facts: FaultFacts;
}

const placed = (document: PlanDocument, { path, code, facts }: Found): PlanFault => ({
  file: document.file,
  ...document.placeOf(path),
  path: path.join('.'),
  code,
  facts,
});

function twiceAmong(earlier: readonly Identity[], plan: Identity): Found | undefined {
  if (earlier.some(({ id }) => id === plan.id)) {
    return { path: ['id'], code: 'duplicate-entry', facts: { key: plan.id } };
  }
  const { number, issuer, issuedOn } = plan;
  if (!number || !issuedOn) return undefined;
  const same = earlier.find((one) => one.number === number && one.issuer === issuer && one.issuedOn === issuedOn);
  return same && { path: ['number'], code: 'duplicate-plan', facts: { number, issuer, issuedOn, other: same.id } };
}

function parentFault(
  plans: readonly Identity[],
  documents: readonly PlanDocument[],
  plan: Identity,
): Found | undefined {
  const { parent } = plan;
  if (!parent?.planId) return undefined;
  const path = ['parent', 'planId'];
  const above = plans.find(({ id }) => id === parent.planId);
  if (!above) {
    const faultyParent = documents.some(({ id }) => id === parent.planId);
    return faultyParent ? undefined : { path, code: 'unknown-parent', facts: { parent: parent.planId } };
  }
  if (descendsFrom(plans, above, plan.id)) return { path, code: 'parent-cycle', facts: { parent: above.id } };
  const key = mismatchOf(parent, above);
  if (!key) return undefined;
  return {
    path: ['parent', key],
    code: 'parent-mismatch',
    facts: { key, value: parent[key], actual: above[key] ?? '' },
  };
}

function descendsFrom(plans: readonly Identity[], from: Identity, id: string): boolean {
  const seen = new Set<string>();
  for (let one: Identity | undefined = from; one && !seen.has(one.id); ) {
    if (one.id === id) return true;
    seen.add(one.id);
    const above: string | undefined = one.parent?.planId;
    one = plans.find((plan) => plan.id === above);
  }
  return false;
}

const mismatchOf = (parent: ParentPlan, above: Identity): 'number' | 'issuer' | 'issuedOn' | undefined =>
  (['number', 'issuer', 'issuedOn'] as const).find((key) => above[key] !== undefined && above[key] !== parent[key]);
