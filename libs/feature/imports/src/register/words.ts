import { foldName } from '#libs/domain/jurisdiction';
import {
  CASE_LIFECYCLE,
  DENUNCIATION_LIFECYCLE,
  type Fields,
  SOURCES,
  type SubjectKind,
  VERDICTS,
} from '#libs/domain/procedure';
import { LANGUAGES, labelsOf } from '#libs/platform/http';

/** Words as people write them (folded) and the code that they mean. */
export type Words = ReadonlyMap<string, string>;

const wordsOf = (codes: Iterable<string>, kinds: readonly string[], also: Record<string, string> = {}): Words => {
  const words = new Map<string, string>();
  for (const code of codes) {
    words.set(foldName(code), code);
    for (const kind of kinds) {
      for (const language of LANGUAGES) {
        const label = labelsOf(kind, language)[code];
        if (label !== undefined) words.set(foldName(label), code);
      }
    }
  }
  for (const [text, code] of Object.entries(also)) words.set(foldName(text), code);
  return words;
};

/** What each command of a life may state, over all rows of its table; `choices` are joined. */
const fieldsByCommand = (rows: readonly { command: string; actor: string; fields: Fields }[]): Map<string, Fields> => {
  const byCommand = new Map<string, Fields>();
  for (const { command, fields, actor } of rows) {
    if (actor !== 'system') byCommand.set(command, { ...byCommand.get(command), ...fields });
  }
  return byCommand;
};

const FIELDS: Readonly<Record<SubjectKind, ReadonlyMap<string, Fields>>> = {
  denunciation: fieldsByCommand(DENUNCIATION_LIFECYCLE.transitions),
  case: fieldsByCommand(CASE_LIFECYCLE.transitions),
};
/**
 * A register names no account, so it cannot assign a person; and what opens or closes another file as well is one step of
 * both, which only their own services take.
 */
const NOT_IN_A_REGISTER = new Set([
  'assign',
  'assign-prosecutor',
  'assign-judge',
  'assign-officer',
  'split',
  'join',
  'sever',
  'overrule-decline',
]);

/** @returns the fields of a command, or `undefined` when no such step of that life can be imported. */
export function fieldsOf(kind: SubjectKind, command: string): Fields | undefined {
  return NOT_IN_A_REGISTER.has(command) ? undefined : FIELDS[kind].get(command);
}

export const KINDS: Words = wordsOf(['denunciation', 'case'], ['unit'], {
  'tố giác': 'denunciation',
  'tin báo': 'denunciation',
  'nguồn tin': 'denunciation',
  'vụ án': 'case',
});
export const COMMANDS: Words = wordsOf([...FIELDS.denunciation.keys(), ...FIELDS.case.keys()], ['command'], {
  'số cũ': 'carry-over',
  'kỳ trước chuyển sang': 'carry-over',
  'chuyển kỳ trước': 'carry-over',
  'tiếp nhận': 'receive',
  'khởi tố': 'institute',
  'không khởi tố': 'decline',
  'xét xử': 'judge',
  'thụ lý': 'accept',
  'kết luận điều tra': 'conclude',
  'cáo trạng': 'indict',
});

const everyChoice = (name: string): string[] =>
  [...DENUNCIATION_LIFECYCLE.transitions, ...CASE_LIFECYCLE.transitions].flatMap(({ fields }) => {
    const field = fields[name];
    return field?.kind === 'choice' ? [...field.choices] : [];
  });

/** Words of the columns that hold a choice. Whether the step allows the choice is for the law to say. */
export const CHOICES = {
  source: wordsOf(SOURCES, ['source'], {
    'tố giác': 'denunciation',
    'tin báo': 'report',
    'kiến nghị': 'petition',
  }),
  status: wordsOf(everyChoice('status'), ['status']),
  ground: wordsOf(everyChoice('ground'), ['ground']),
  competence: wordsOf(everyChoice('competence'), [], {
    'thuộc thẩm quyền': 'own',
    'không thuộc thẩm quyền': 'other',
  }),
  grantor: wordsOf(everyChoice('grantor'), [], { 'thủ trưởng': 'head', 'viện kiểm sát': 'procuracy' }),
  by: wordsOf(everyChoice('by'), [], { 'thẩm phán': 'judge', 'hội đồng xét xử': 'panel' }),
  appealKind: wordsOf(everyChoice('kind'), [], { 'kháng cáo': 'appeal', 'kháng nghị': 'protest' }),
  basis: wordsOf(everyChoice('basis'), [], {
    'không kháng cáo, kháng nghị': 'no-appeal',
    'bản án phúc thẩm': 'appellate-judgment',
  }),
  outcome: wordsOf(everyChoice('outcome'), [], { 'giữ nguyên': 'upheld', sửa: 'amended' }),
  verdict: wordsOf(VERDICTS, ['verdict']),
} as const;

export const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ...['co', 'yes', 'true', 'x', '1'].map((word) => [word, true] as const),
  ...['khong', 'no', 'false', '0'].map((word) => [word, false] as const),
]);

const MOST_REMEMBERED = 10_000;
const folded = new Map<string, string>();

/** Registers say the same words over and over: folding each of them once spares most of the time of reading. */
const foldOnce = (text: string): string => {
  const known = folded.get(text);
  if (known !== undefined) return known;
  if (folded.size >= MOST_REMEMBERED) folded.clear();
  const key = foldName(text);
  folded.set(text, key);
  return key;
};

/** @returns the code that a word means, whatever its diacritics, or `undefined`. */
export const meaningOf = <T>(words: ReadonlyMap<string, T>, text: string): T | undefined =>
  words.get(text) ?? words.get(foldOnce(text));
