import type { Day } from '#libs/domain/kernel';
import { FLOWS, type Flow } from './docket.js';
import type { Movement } from './movement.js';
import type { Position } from './position.js';

/** One matter in one docket of one office, from its opening to its closing. */
export interface DocketEntry extends Position {
  readonly openedOn: Day;
  readonly openedHow: Flow;
  readonly closedOn?: Day;
  readonly closedHow?: Flow;
}

/**
 * Pairs openings with closings. Marks make no entry.
 * @param movements of one file, in the order of its history.
 * @throws Error when a matter enters a docket it is in, leaves one it is not in, or leaves before it entered: the movements
 *   are not those of one lawful history.
 */
export function entriesOf(movements: readonly Movement[]): DocketEntry[] {
  const entries: DocketEntry[] = [];
  const open = new Map<string, number>();
  for (const { flow, day, ...position } of movements) {
    const key = `${position.docket}/${position.officeId}/${position.unitId}`;
    if (FLOWS[flow].kind === 'mark') continue;
    if (FLOWS[flow].kind === 'in') {
      if (open.has(key)) throw new Error(`${key} entered twice, ${flow} on ${day}`);
      open.set(key, entries.length);
      entries.push({ ...position, openedOn: day, openedHow: flow });
      continue;
    }
    const index = open.get(key);
    const entry = index === undefined ? undefined : entries[index];
    if (index === undefined || !entry) throw new Error(`no open entry for ${key} closed ${flow} on ${day}`);
    if (day < entry.openedOn) throw new Error(`${key} left ${flow} on ${day}, before it entered`);
    entries[index] = { ...entry, closedOn: day, closedHow: flow };
    open.delete(key);
  }
  return entries;
}
