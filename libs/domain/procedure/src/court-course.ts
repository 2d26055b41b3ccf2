import type { Day } from '#libs/domain/kernel';
import type { Offence } from './offence.js';

/** Since when a trial is prepared, and how the time was lengthened. Source: Điều 277 BLTTHS. */
export interface PreparationClock {
  readonly from: Day;
  readonly extensions: number;
  readonly until?: Day;
  /** The file came back from a supplementary investigation: 15 days, no extension (Điều 277 khoản 2). */
  readonly afterReturn?: true;
}

/**
 * Which court hears the appeal: a provincial one, or that of the centre: until 30/06/2025 a high court, since then **[M]** the
 * appellate bench of the Supreme People’s Court with the time that the high courts had. Its rows in the tables of limits are
 * its own since that day. Source: Điều 341, 346 BLTTHS.
 */
export const APPEAL_LEVELS = ['province', 'centre'] as const;
export type AppealLevel = (typeof APPEAL_LEVELS)[number];

/** From where a case begins again after a judgment is annulled. Source: Điều 358, 391, 402 BLTTHS. */
export type RemandFor = 'investigation' | 'trial' | 'appeal';

/** What the courts have made of a case so far. */
export interface CourtCourse {
  /** The end that the extension of the hand-over to the court set (Điều 244). */
  readonly handOverUntil?: Day;
  readonly judgeId?: string;
  /** A court took the case up before: what comes again is not one more case. */
  readonly acceptedBefore?: true;
  readonly preparation?: PreparationClock;
  readonly hearingOn?: Day;
  readonly hearingOpenedOn?: Day;
  /** The court asked the procuracy to indict for a graver offence (Điều 298 khoản 3). */
  readonly heavierAsked?: true;
  readonly appellateOfficeId?: number;
  readonly appealLevel?: AppealLevel;
  /** The day on which the court above docketed the appeal that it has or had last (Điều 340). */
  readonly appealTakenUpOn?: Day;
  /** The procuracy that studies the file before the appeal is heard. */
  readonly fileLentTo?: number;
  /** Since when it studies it, and to which end where that was lengthened (Điều 341). */
  readonly fileStudy?: { readonly from: Day; readonly until?: Day };
  /** The court that reviews the final judgment. */
  readonly reviewOfficeId?: number;
  /** The court that annulled, while the file is on its way. */
  readonly remandingOfficeId?: number;
  readonly remand?: { readonly for: RemandFor };
  /** How many judgments on this case were annulled so that it begins again; absent for none. */
  readonly annulments?: number;
}

/** Who attacked a judgment; `appeal` or `protest` where the register does not tell more. */
export type Appellant = 'defendant' | 'victim' | 'civil-party' | 'procuracy' | 'procuracy-above' | 'appeal' | 'protest';

/** The judgment on one charge. */
export interface ChargeVerdict {
  readonly offence: Offence;
  readonly outcome: string;
}

/** What the courts have made of one defendant so far. */
export interface JudgedPerson {
  readonly judgedOn?: Day;
  readonly verdict?: string;
  readonly chargeVerdicts?: readonly ChargeVerdict[];
  /** Absent when the judgment was pronounced: the time to appeal runs from the receipt. */
  readonly absent?: true;
  readonly receivedOn?: Day;
  readonly appellants?: readonly Appellant[];
  /** A late appeal of that day waits for a decision. */
  readonly lateAppealOn?: Day;
  /** What the last court above decided on the judgment. */
  readonly outcome?: string;
  /** Since when the judgment on the person is final. */
  readonly finalOn?: Day;
}
