import { CASE_LIFECYCLE, DENUNCIATION_LIFECYCLE, type SubjectKind, type Transition } from '#libs/domain/procedure';
import { ROLES, holds } from '#libs/feature/access';
import { type RecordableEvent, permissionOfEvent } from './step-permission.js';

const LIFE = { denunciation: DENUNCIATION_LIFECYCLE, case: CASE_LIFECYCLE } as const;
type Row = Transition<string, RecordableEvent>;

const agenciesOf = (rows: readonly Row[]): string => [...new Set(rows.flatMap(({ by }) => by))].join(', ');
const whoOf = (rows: readonly Row[]): string => [...new Set(rows.map(({ actor }) => actor))].join(', ');

/**
 * @returns the commands of a life against the roles as a Markdown table: which agencies take the step and in which part,
 *   which permission opens the door, and a mark for each role that holds it. What only the system records is left out.
 */
export function roleTable(kind: SubjectKind): string {
  const transitions: readonly Row[] = LIFE[kind].transitions;
  const roles = ROLES.filter((role) => transitions.some(({ event }) => mayTake(role, event)));
  const events = [...new Set(transitions.map(({ event }) => event))];
  const lines = events.flatMap((event) => {
    const permission = permissionOfEvent(event);
    const rows = transitions.filter((row) => row.event === event && row.actor !== 'system');
    if (!permission || !rows[0]) return [];
    const marks = roles.map((role) => (mayTake(role, event) ? '●' : ''));
    const cells = [`\`${rows[0].command}\``, `\`${event}\``, whoOf(rows), agenciesOf(rows), `\`${permission}\``];
    return [`| ${[...cells, ...marks].join(' | ')} |`];
  });
  const head = ['command', 'event', 'who', 'agencies', 'permission', ...roles];
  return [`| ${head.join(' | ')} |`, `|${head.map(() => '---|').join('')}`, ...lines, ''].join('\n');
}

function mayTake(role: (typeof ROLES)[number], event: RecordableEvent): boolean {
  const permission = permissionOfEvent(event);
  return permission !== undefined && holds(role, permission);
}
