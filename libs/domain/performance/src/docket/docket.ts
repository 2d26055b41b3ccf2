/** What is counted: a denunciation (tin), a case (vụ), an accused person (bị can, bị cáo). */
export type Unit = 'denunciation' | 'case' | 'defendant';

/**
 * The registers (sổ thụ lý) in which matters sit. `discovery` holds the cases under investigation in which a suspect is
 * charged; `suspended-trial` the cases that stay pending at the court while suspended. `id` is stored; never reuse one.
 */
export const DOCKETS = {
  reception: { id: 1, unit: 'denunciation' },
  verification: { id: 2, unit: 'denunciation' },
  'suspended-verification': { id: 3, unit: 'denunciation' },
  investigation: { id: 4, unit: 'case' },
  discovery: { id: 5, unit: 'case' },
  'suspended-investigation': { id: 6, unit: 'case' },
  prosecution: { id: 7, unit: 'case' },
  'suspended-prosecution': { id: 8, unit: 'case' },
  'first-instance': { id: 9, unit: 'case' },
  'suspended-trial': { id: 10, unit: 'case' },
  appeal: { id: 11, unit: 'case' },
  'investigation-defendants': { id: 12, unit: 'defendant' },
  'prosecution-defendants': { id: 13, unit: 'defendant' },
  'first-instance-defendants': { id: 14, unit: 'defendant' },
  'appeal-defendants': { id: 15, unit: 'defendant' },
} as const satisfies Record<string, { readonly id: number; readonly unit: Unit }>;
export type Docket = keyof typeof DOCKETS;

/**
 * How a matter enters or leaves a docket. `in` opens; `moved` leaves without being resolved here (it goes on elsewhere);
 * `outcome` resolves; `mark` neither opens nor closes. `carried-over` is what a paper register hands over: not new. Source: the identity of QĐ 758/2008/QĐ-VKSTC-TKTP's forms.
 */
export const FLOWS = {
  new: { id: 1, kind: 'in' },
  'transferred-in': { id: 2, kind: 'in' },
  resumed: { id: 3, kind: 'in' },
  returned: { id: 4, kind: 'in' },
  'split-off': { id: 5, kind: 'in' },
  'carried-over': { id: 6, kind: 'in' },
  'transferred-out': { id: 20, kind: 'moved' },
  'returned-out': { id: 21, kind: 'moved' },
  merged: { id: 22, kind: 'moved' },
  cancelled: { id: 23, kind: 'moved' },
  classified: { id: 30, kind: 'outcome' },
  instituted: { id: 31, kind: 'outcome' },
  declined: { id: 32, kind: 'outcome' },
  suspended: { id: 33, kind: 'outcome' },
  concluded: { id: 34, kind: 'outcome' },
  terminated: { id: 35, kind: 'outcome' },
  indicted: { id: 36, kind: 'outcome' },
  judged: { id: 37, kind: 'outcome' },
  finalised: { id: 38, kind: 'outcome' },
  'resumed-out': { id: 39, kind: 'outcome' },
  'received-and-classified': { id: 50, kind: 'mark' },
} as const satisfies Record<string, { readonly id: number; readonly kind: 'in' | 'moved' | 'outcome' | 'mark' }>;
export type Flow = keyof typeof FLOWS;

export const DOCKET_NAMES = Object.keys(DOCKETS) as readonly Docket[];
export const FLOW_NAMES = Object.keys(FLOWS) as readonly Flow[];

/** @returns the flows of a kind, in the order of their ids. */
export const flowsOf = (kind: (typeof FLOWS)[Flow]['kind']): readonly Flow[] =>
  FLOW_NAMES.filter((flow) => FLOWS[flow].kind === kind);

const DOCKET_BY_ID = new Map(DOCKET_NAMES.map((name) => [DOCKETS[name].id as number, name]));
const FLOW_BY_ID = new Map(FLOW_NAMES.map((name) => [FLOWS[name].id as number, name]));

/** @throws Error when the id is not in the table (a stored row older or newer than the code). */
export function docketOfId(id: number): Docket {
  const name = DOCKET_BY_ID.get(id);
  if (!name) throw new Error(`unknown docket ${id}`);
  return name;
}

/** @throws Error when the id is not in the table. */
export function flowOfId(id: number): Flow {
  const name = FLOW_BY_ID.get(id);
  if (!name) throw new Error(`unknown flow ${id}`);
  return name;
}
