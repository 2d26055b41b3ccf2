import {
  type CaseFile,
  type CaseStep,
  CASE_LIFECYCLE,
  DENUNCIATION_LIFECYCLE,
  type DenunciationFile,
  type Move,
  type RecordedStep,
  type SubjectKind,
  historyOf,
  movedPersons,
} from '#libs/domain/procedure';
import { plain } from './plain-value.js';

type Brought = Readonly<Record<string, unknown>>;

/** What a step of one file states in another file: which file, which event there, and what of the payload follows from here. */
export interface CarriedOver {
  readonly otherId: string;
  readonly event: 'split-off' | 'case-severed-off' | 'case-absorbed';
  readonly payload: Brought;
}

/**
 * @param placeId where the part happened; the place of the whole when absent.
 * @returns what a part has of the whole: its status and source, since when its limit runs and how far it was lengthened.
 */
export function broughtToPart(wholeId: string, file: DenunciationFile, placeId = file.placeId): Brought {
  const untilBy = (grantor: 'head' | 'procuracy') => file.extensions.findLast((one) => one.grantor === grantor)?.until;
  return plain({
    ...{ parentId: wholeId, status: file.status, source: file.source, placeId, receivedOn: file.limitFrom },
    ...{ headUntil: untilBy('head'), procuracyUntil: untilBy('procuracy') },
    ...{ resumedOn: file.resumedOn, suspensionCancelled: file.suspensionCancelled },
  });
}

/** @returns what a new case has of the first: where it stands, since when it is investigated, for what, who is accused. */
export function broughtToSevered(parentCaseId: string, whole: CaseFile, moves: readonly Move[]): Brought {
  const { stage, institutedOn, offence, placeId, committedOn, investigatingOfficeId, denunciationIds } = whole;
  const { investigationClock, investigationUntil: until } = whole;
  const isInvestigated = stage === 'under-investigation';
  return plain({
    ...{ parentCaseId, stage, institutedOn, offence, placeId, committedOn },
    ...(isInvestigated ? {} : { investigatingOfficeId }),
    ...(isInvestigated && investigationClock ? { clock: { ...investigationClock, until } } : {}),
    ...(whole.procedure ? { summary: true } : {}),
    minorLimitsLifted: whole.minorLimitsLifted,
    persons: movedPersons(whole, moves),
    ...(denunciationIds.length > 0 ? { denunciationIds } : {}),
  });
}

/** @returns what a case brings to the one that it is joined to. */
export function broughtByJoined(fromCaseId: string, own: CaseFile, moves: readonly Move[]): Brought {
  const persons = movedPersons(own, moves);
  const { institutedOn, offence, denunciationIds } = own;
  return plain({
    fromCaseId,
    institutedOn,
    offence,
    ...(persons.length > 0 ? { persons } : {}),
    ...(denunciationIds.length > 0 ? { denunciationIds } : {}),
  });
}

const fromCase = (id: string, file: CaseFile, { type, payload }: CaseStep): CarriedOver[] => {
  if (type === 'case-severed') {
    const brought = broughtToSevered(id, file, payload.persons);
    return [{ otherId: payload.toCaseId, event: 'case-severed-off', payload: brought }];
  }
  if (type !== 'case-joined') return [];
  const brought = broughtByJoined(id, file, payload.movedTo ?? []);
  return [{ otherId: payload.intoCaseId, event: 'case-absorbed', payload: brought }];
};

/** @returns all that a file has carried over to others, as its log tells it now, in the order of its steps. */
export function carriedOverBy(id: string, kind: SubjectKind, log: readonly RecordedStep[]): CarriedOver[] {
  const carried: CarriedOver[] = [];
  if (kind === 'case') {
    historyOf(CASE_LIFECYCLE, log).reduce((file, step) => {
      carried.push(...fromCase(id, file, step));
      return CASE_LIFECYCLE.evolve(file, step);
    }, CASE_LIFECYCLE.nothing);
    return carried;
  }
  historyOf(DENUNCIATION_LIFECYCLE, log).reduce((file, step) => {
    const { type, payload } = step;
    if (type === 'split') {
      carried.push({ otherId: payload.childId, event: 'split-off', payload: broughtToPart(id, file) });
    }
    return DENUNCIATION_LIFECYCLE.evolve(file, step);
  }, DENUNCIATION_LIFECYCLE.nothing);
  return carried;
}
