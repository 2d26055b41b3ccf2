import { type Agency } from '#libs/domain/jurisdiction';
import { type Day, addDays } from '#libs/domain/kernel';
import {
  CASE_LIFECYCLE,
  type CaseFile,
  type Command,
  type RecordedStep,
  type Setting,
  takeStep,
} from '#libs/domain/procedure';

const [POLICE, PROCURACY] = [1, 2];
const AGENCIES: Readonly<Record<number, Agency>> = { [POLICE]: 'police-investigation', [PROCURACY]: 'procuracy' };
const INSTITUTED_ON = '2025-03-03' as Day;
const TODAY = '2025-06-30' as Day;

/** A case in the course of its investigation, and its log. */
export interface ToldCase {
  readonly file: CaseFile;
  readonly log: readonly RecordedStep[];
}

/** What a step of that office is judged with; no day is off. */
export const settingOf = (officeId: number): Setting => ({
  today: TODAY,
  agencyOf: (id) => AGENCIES[id],
  acting: { officeId, agency: AGENCIES[officeId] ?? 'police-investigation', supervises: officeId === PROCURACY },
});

/** @returns a command of the investigators or of the procuracy, so many days after the institution. */
export const commandOf = (name: string, payload: Command['payload'], after: number, officeId = POLICE): Command => ({
  name,
  payload,
  officeId,
  occurredOn: addDays(INSTITUTED_ON, after),
});

const OFFENCE = { article: 150, clause: 1 };
const ACCUSED = 'a0000000-0000-8000-8000-';
const idOf = (number: number): string => `${ACCUSED}${String(number).padStart(12, '0')}`;

/** The charge against the accused of that number. */
export const chargeOf = (number: number, after: number): Command =>
  commandOf('charge', { defendantId: idOf(number), number: String(number), offence: OFFENCE }, after);

/** Of each accused: the charge, the word to the procuracy, its approval. */
function* commands(): Generator<Command> {
  yield commandOf('institute', { offence: OFFENCE, denunciationIds: [idOf(0)], placeId: 1 }, 0);
  yield commandOf('notify', { notice: 'institution-to-procuracy' }, 1);
  for (let number = 1; ; number += 1) {
    const on = 1 + number;
    yield chargeOf(number, on);
    yield commandOf('notify', { notice: 'charge-to-procuracy' }, on);
    yield commandOf('approve-charge', { defendantIds: [idOf(number)] }, on + 1, PROCURACY);
  }
}

/** Tells a case of so many events by the law: the more events, the more accused. @throws DomainError when it is unlawful. */
export function tellCaseOf(events: number): ToldCase {
  const log: RecordedStep[] = [];
  let file = CASE_LIFECYCLE.nothing;
  for (const command of commands()) {
    if (log.length >= events) break;
    const { step, after } = takeStep(CASE_LIFECYCLE, file, command, settingOf(command.officeId));
    log.push({ ...step, sequence: log.length + 1, recordedOn: step.occurredOn });
    file = after;
  }
  return { file, log };
}
