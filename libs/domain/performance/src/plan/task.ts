/**
 * What the plan orders. Agencies stand as the plan names them; which list they stand in is the plan's own word:
 * "chủ trì" lead, "thực hiện" without a lead implementing, "phối hợp" cooperating, "đề nghị" requested.
 */
export interface Task {
  /** Section and order of the paragraph, such as `II.3-1`, or the plan's own numbering, such as `II.3.a`. */
  readonly id: string;
  readonly section: string;
  /** The task of which this one is a part. */
  readonly partOf?: string;
  /** Exact quotation, Vietnamese. */
  readonly text: string;
  readonly lead: readonly string[];
  readonly implementing: readonly string[];
  readonly cooperating: readonly string[];
  /** Bodies that the issuer can only ask: the courts and procuracies of a people's committee's plan. */
  readonly requested: readonly string[];
  /** Exact quotation of the assignment; absent where the plan assigns nobody apart from the sentence itself. */
  readonly assignment?: string;
}

const JUDICIAL = /^(viện kiểm sát|tòa án|toà án|vks|tand)/iu;

/** @returns whether the agency is a court or a procuracy, which no people's committee can task. */
export const isJudicial = (agency: string): boolean => JUDICIAL.test(agency.normalize('NFC'));

/** @returns the agencies that the task binds, without those that are only asked. */
export const boundAgencies = (task: Task): readonly string[] => [
  ...task.lead,
  ...task.implementing,
  ...task.cooperating,
];
