import { Record1767225600001 } from './0001-record.js';
import { Jurisdictions1767225600002 } from './0002-jurisdictions.js';
import { Plans1767225600003 } from './0003-plans.js';
import { Access1767225600004 } from './0004-access.js';
import { Imports1767225600005 } from './0005-imports.js';
import { Measure1767225600006 } from './0006-measure.js';
import { Jobs1767225600007 } from './0007-jobs.js';
import { FileLists1767225600008 } from './0008-file-lists.js';
import { DaySums1767225600009 } from './0009-day-sums.js';
import { Deadlines1767225600012 } from './0012-deadlines.js';
import { Remarks1767225600013 } from './0013-remarks.js';
import { LimitationLadder1767225600014 } from './0014-limitation-ladder.js';
import { LateBookings1767225600015 } from './0015-late-bookings.js';
import { OutboxTopics1767225600016 } from './0016-outbox-topics.js';
import { RowSecurity1767225600017 } from './0017-row-security.js';
import { VaultKeys1767225600018 } from './0018-vault-keys.js';
import { Audit1767225600019 } from './0019-audit.js';
import { Persons1767225600020 } from './0020-persons.js';
import { SecondFactors1767225600021 } from './0021-second-factors.js';
import { AuditOfLaterTables1767225600022 } from './0022-audit-of-later-tables.js';
import { Secrecy1767225600023 } from './0023-secrecy.js';
import { Releases1767225600024 } from './0024-releases.js';
import { AccountSecrets1767225600025 } from './0025-account-secrets.js';
import { PersonsBehindMarks1767225600026 } from './0026-persons-behind-marks.js';

/**
 * Every migration, oldest first. File `NNNN-name.ts` holds class `Name<1767225600000 + NNNN>`: the migrations run in the
 * order of that number.
 */
export const migrations = [
  Record1767225600001,
  Jurisdictions1767225600002,
  Plans1767225600003,
  Access1767225600004,
  Imports1767225600005,
  Measure1767225600006,
  Jobs1767225600007,
  FileLists1767225600008,
  DaySums1767225600009,
  Deadlines1767225600012,
  Remarks1767225600013,
  LimitationLadder1767225600014,
  LateBookings1767225600015,
  OutboxTopics1767225600016,
  RowSecurity1767225600017,
  VaultKeys1767225600018,
  Audit1767225600019,
  Persons1767225600020,
  SecondFactors1767225600021,
  AuditOfLaterTables1767225600022,
  Secrecy1767225600023,
  Releases1767225600024,
  AccountSecrets1767225600025,
  PersonsBehindMarks1767225600026,
];
