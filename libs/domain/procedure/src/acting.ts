import type { ActingOffice, FileOffices, Transition } from './transition.js';

/** @returns whether the office is that one, or does its work since it ended. Source: NQ 225/2025/QH15. */
export const standsFor = (
  { officeId, inPlaceOf }: Pick<ActingOffice, 'officeId' | 'inPlaceOf'>,
  other: number | undefined,
): boolean => other !== undefined && (other === officeId || (inPlaceOf?.(other) ?? false));

/** The offices of the file that the row lets act; the notice told first. */
const namedBy = (row: Transition, offices: FileOffices, told: unknown): readonly (number | undefined)[] => {
  switch (row.actor) {
    case 'holder':
    case 'holder-or-supervisor':
      return [offices.holderOfficeId];
    case 'receiver':
      return [offices.receiverOfficeId];
    case 'prosecutor':
      return [offices.procuracyOfficeId];
    case 'trial-court':
      return [offices.courtOfficeId];
    case 'notifier':
      return [...(offices.owed ?? [])]
        .sort((one, other) => Number(other.notice === told) - Number(one.notice === told))
        .map(({ officeId }) => officeId);
    default:
      return [];
  }
};

/**
 * @param told the notice that the step gives, where it gives one.
 * @returns the office as which the acting one takes the row's step: itself, or the one of the file that it stands for;
 *   `undefined` when the row does not let it.
 */
export function actsAs(
  row: Transition,
  acting: ActingOffice,
  offices: FileOffices,
  told?: unknown,
): number | undefined {
  if (!row.by.includes(acting.agency)) return undefined;
  if (row.actor === 'opener') return acting.officeId;
  if (row.actor === 'supervisor') return acting.supervises ? acting.officeId : undefined;
  const named = namedBy(row, offices, told).find((officeId) => standsFor(acting, officeId));
  const supervises = row.actor === 'holder-or-supervisor' && acting.supervises && acting.agency === 'procuracy';
  return named ?? (supervises ? acting.officeId : undefined);
}
