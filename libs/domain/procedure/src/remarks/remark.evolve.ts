import type { CaseFile } from '../case-file.js';
import { type Evolvers, evolveBy } from '../evolve-by.js';
import type { Difficulty } from './remark.js';
import type { RemarkPayloads, RemarkStep } from './remark.steps.js';

const EVOLVERS: Evolvers<RemarkPayloads> = {
  'key-case-marked': (file, { occurredOn, payload: { campaign } }) => ({
    ...file,
    keyCase: { since: occurredOn, ...(campaign === undefined ? {} : { campaign }) },
  }),
  'key-case-unmarked': ({ keyCase: _key, ...rest }) => rest,
  'difficulty-noted': (file, { occurredOn, officeId, payload: { difficultyId, ...told } }) => {
    const difficulty: Difficulty = { id: difficultyId, ...told, notedOn: occurredOn, officeId };
    return { ...file, difficulties: [...(file.difficulties ?? []), difficulty] };
  },
  'difficulty-settled': (file, { occurredOn, payload: { difficultyId } }) => ({
    ...file,
    difficulties: (file.difficulties ?? []).map((one) =>
      one.id === difficultyId ? { ...one, settledOn: occurredOn } : one,
    ),
  }),
};

/** @returns the case after a remark. Pure; does not ask whether the step was allowed. */
export const evolveRemarks = (file: CaseFile, step: RemarkStep): CaseFile => evolveBy(EVOLVERS, file, step);
