import { Record1767225600001 } from './0001-record.js';
import { Jurisdictions1767225600002 } from './0002-jurisdictions.js';

/**
 * Every migration, oldest first. File `NNNN-name.ts` holds class `Name<1767225600000 + NNNN>`: the migrations run in the
 * order of that number.
 */
export const migrations = [Record1767225600001, Jurisdictions1767225600002];
