import { type Day, day } from '#libs/domain/kernel';
import type { CaseFile } from '../case-file.js';
import { BLTTHS, TTLT04 } from '../citations.js';
import { CODE_IN_FORCE, type Change, type TimeLimit, days } from '../time-limit.js';

/** Thông tư liên tịch 04/2018 is in force since this day. */
const TTLT04_IN_FORCE = day('2018-12-10');

type Id = 'decision-on-transfer' | 'transfer-of-case-file' | 'file-after-transfer-decision' | 'answer-to-case-transfer';
export type TransferLimit = TimeLimit<CaseFile, Id>;

const TRANSFERRED = ['case-transfer-accepted', 'case-transfer-refused'];

/** The investigators have the decision when they are told of it; where that is not recorded, on the day it was taken. */
const told = ({ step, after }: Change<CaseFile>): Day | undefined => {
  const isTold = step.type === 'case-transfer-decided' || step.payload.notice === 'transfer-of-case';
  return isTold && after.transfer?.decidedOn ? step.occurredOn : undefined;
};

/** What has to be done within days while a case passes to others. Source: Điều 169 BLTTHS; Điều 29 khoản 1 TTLT 04/2018. */
export const TRANSFER_LIMITS: readonly TransferLimit[] = [
  {
    id: 'decision-on-transfer',
    starts: ['case-transfer-requested'],
    stops: ['case-transfer-decided', ...TRANSFERRED],
    stopsRun: () => true,
    whose: 'supervisor',
    length: days(3),
    extensions: [],
    article: BLTTHS('Đ.169 khoản 3 điểm a'),
    validFrom: CODE_IN_FORCE,
  },
  {
    // Runs from the procuracy’s decision, which an offer of its own is.
    id: 'transfer-of-case-file',
    starts: ['case-transfer-offered'],
    of: ['procuracy'],
    stops: TRANSFERRED,
    length: days(3),
    extensions: [],
    article: BLTTHS('Đ.169 khoản 4'),
    validFrom: CODE_IN_FORCE,
  },
  {
    id: 'file-after-transfer-decision',
    starts: ['case-transfer-decided', 'case-notified'],
    startOn: told,
    stops: [...TRANSFERRED, 'case-notified'],
    stopsRun: (change) => change.step.type !== 'case-notified' || told(change) !== undefined,
    length: days(3),
    extensions: [],
    article: BLTTHS('Đ.169 khoản 4'),
    validFrom: CODE_IN_FORCE,
  },
  {
    id: 'answer-to-case-transfer',
    starts: ['case-transfer-offered'],
    stops: ['case-transfer-agreed', 'case-transfer-decided', ...TRANSFERRED],
    stopsRun: () => true,
    whose: 'actor',
    debtor: ({ after }) => after.receiverOfficeId,
    length: days(5),
    extensions: [],
    article: TTLT04('Đ.29 khoản 1'),
    validFrom: TTLT04_IN_FORCE,
  },
];
