import { AGENCIES, OFFICE_TIERS } from '#libs/domain/jurisdiction';
import { DOCKET_NAMES, FLOW_NAMES } from '#libs/domain/performance';
import {
  CASE_LIFECYCLE,
  CASE_TRANSFER_GROUNDS,
  CASE_NOTICES,
  CASE_STATUSES,
  DEFENDANT_STATUSES,
  DENUNCIATION_LIFECYCLE,
  DIFFICULTY_CATEGORIES,
  DENUNCIATION_STATUSES,
  DENUNCIATION_NOTICE_NAMES,
  INVESTIGATION_SUSPENSION_GROUNDS,
  INVESTIGATION_TERMINATION_GROUNDS,
  MINOR_LIMIT_GROUNDS,
  NON_INSTITUTION_GROUNDS,
  PROSECUTION_SUSPENSION_GROUNDS,
  PROSECUTION_TERMINATION_GROUNDS,
  PROVINCIAL_TRIAL_GROUNDS,
  SUMMARY_PROCEDURE_GROUNDS,
  ABSENTIA_GROUNDS,
  FILE_STUDY_GROUNDS,
  HEARING_OBSTACLES,
  ADJOURNMENT_GROUNDS,
  COURT_RETURN_GROUNDS,
  RETURN_GROUNDS,
  SOURCES,
  TIME_LIMITS,
  TRIAL_SUSPENSION_GROUNDS,
  TRIAL_TERMINATION_GROUNDS,
  URGENCIES,
  VERDICTS,
  VERIFICATION_SUSPENSION_GROUNDS,
  WITHDRAWN,
} from '#libs/domain/procedure';
import { SECRECY_MARKS } from '#libs/feature/access';
import { LANGUAGES, labelsOf } from '#libs/platform/http';

const TRANSITIONS = [...DENUNCIATION_LIFECYCLE.transitions, ...CASE_LIFECYCLE.transitions];
const GROUNDS = [
  NON_INSTITUTION_GROUNDS,
  VERIFICATION_SUSPENSION_GROUNDS,
  INVESTIGATION_SUSPENSION_GROUNDS,
  PROSECUTION_SUSPENSION_GROUNDS,
  TRIAL_SUSPENSION_GROUNDS,
  INVESTIGATION_TERMINATION_GROUNDS,
  PROSECUTION_TERMINATION_GROUNDS,
  TRIAL_TERMINATION_GROUNDS,
  RETURN_GROUNDS,
  COURT_RETURN_GROUNDS,
  ADJOURNMENT_GROUNDS,
  FILE_STUDY_GROUNDS,
  HEARING_OBSTACLES,
  ABSENTIA_GROUNDS,
  MINOR_LIMIT_GROUNDS,
  CASE_TRANSFER_GROUNDS,
  PROVINCIAL_TRIAL_GROUNDS,
  SUMMARY_PROCEDURE_GROUNDS,
];

/** Every code of the rules that people meet, by the kind under which the catalogue names it. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  command: [...TRANSITIONS.map(({ command }) => command), 'correct'],
  event: [...TRANSITIONS.map(({ event }) => event), WITHDRAWN],
  status: [...DENUNCIATION_STATUSES, ...CASE_STATUSES],
  defendantStatus: DEFENDANT_STATUSES,
  docket: DOCKET_NAMES,
  flow: FLOW_NAMES,
  ground: GROUNDS.flatMap((grounds) => Object.keys(grounds)),
  limit: [...TIME_LIMITS.denunciation, ...TIME_LIMITS.case].map(({ id }) => id),
  notice: [...DENUNCIATION_NOTICE_NAMES, ...Object.keys(CASE_NOTICES)],
  source: SOURCES,
  verdict: VERDICTS,
  agency: AGENCIES,
  tier: OFFICE_TIERS,
  urgency: URGENCIES,
  difficulty: DIFFICULTY_CATEGORIES,
  secrecy: SECRECY_MARKS,
};

describe.each(LANGUAGES)('the names of codes in %s', (language) => {
  it.each(Object.keys(CODES))('are complete for each %s, and name no other', (kind) => {
    expect(Object.keys(labelsOf(kind, language)).sort()).toEqual([...new Set(CODES[kind])].sort());
  });

  it.each(['command', 'status', 'docket', 'flow', 'ground', 'event', 'notice'])(
    'tell every %s from every other',
    (kind) => {
      const names = Object.values(labelsOf(kind, language));
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    },
  );
});
