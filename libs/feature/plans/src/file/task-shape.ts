import { type Task, isJudicial } from '#libs/domain/performance';
import { type YamlPlace } from './yaml-place.js';
import { type Rule, listOf, optional, orElse, required, shape, text } from './yaml-rules.js';

/**
 * A task with its agencies.
 * @param issuerKind of the plan: a people's committee can only request courts and procuracies.
 */
export function taskShape(issuerKind: string | undefined): Rule<Task> {
  const bound = issuerKind === 'people-committee' ? listOf(nonJudicial) : listOf(text);
  return shape<Task>({
    id: required(text),
    section: required(text),
    partOf: optional(text),
    text: required(text),
    lead: orElse([], bound),
    implementing: orElse([], bound),
    cooperating: orElse([], bound),
    requested: orElse([], listOf(text)),
    assignment: optional(text),
  });
}

const nonJudicial: Rule<string> = (place) => {
  const agency = text(place);
  return agency !== undefined && isJudicial(agency) ? place.refuse('judicial-not-requested', { agency }) : agency;
};

/** Takes down each `partOf` that names no task of the plan, or the task itself. */
export function refuseUnknownPartOf(tasks: readonly Task[], places: readonly YamlPlace[]): void {
  const ids = new Set(tasks.map(({ id }) => id));
  tasks.forEach(({ id, partOf }, index) => {
    if (partOf === undefined || (ids.has(partOf) && partOf !== id)) return;
    places[index]?.find('partOf')?.refuse('unknown-task', { task: partOf });
  });
}
