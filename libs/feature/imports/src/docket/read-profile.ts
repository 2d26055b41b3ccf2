import { type Day, DomainError } from '#libs/domain/kernel';
import { findGravity } from '#libs/domain/procedure';
import { parseDocument } from 'yaml';
import { stageKey } from './docket-event.js';
import {
  type DocketProfile,
  type OffenceRule,
  type ProfileRule,
  type ProfileStage,
  type ProfileStep,
  ROLES_OF_DOCKET,
} from './profile.js';
import { type Mapping, ProfileReader } from './profile-reader.js';

const KEYS = [
  'profile',
  'source',
  'columns',
  'join',
  'dates',
  'files',
  'offices',
  'offences',
  'duplicates',
  'implied',
  'stages',
];
const COLUMNS = ['case', 'defendant', 'stage', 'date', 'result', 'agency', 'offence'];
const OUTCOMES = ['refuse', 'informational'] as const;

/**
 * Reads a mapping profile.
 * @param text YAML as docs/import-docket.md describes it.
 * @throws DomainError `import.profile-faulty` (malformed) with every fault and its path.
 */
export function readProfile(text: string): DocketProfile {
  const document = parseDocument(text, { schema: 'core' });
  const reader = new ProfileReader();
  for (const error of document.errors) reader.fault(`line ${error.linePos?.[0].line ?? '?'}`, error.code);
  const raw = reader.mapping(document.toJS(), 'profile');
  reader.keys(raw, 'profile', KEYS);
  const profile = profileOf(raw, reader);
  if (profile.stages.length === 0) reader.fault('stages', 'at least one stage is needed');
  profile.stages.forEach(({ stage }, index, all) => {
    const first = all.findIndex((one) => stageKey(one.stage) === stageKey(stage));
    if (first < index) reader.fault(`stages[${index}].stage`, `the stage stands at stages[${first}] already`);
  });
  if (reader.faults.length > 0) throw new DomainError('import.profile-faulty', 'malformed', { faults: reader.faults });
  return profile;
}

const profileOf = (raw: Mapping, reader: ProfileReader): DocketProfile => {
  const files = reader.mapping(raw.files, 'files');
  reader.keys(files, 'files', ['per', 'number_prefix']);
  const implied = reader.mapping(raw.implied, 'implied');
  reader.keys(implied, 'implied', ['decision_number', 'steps']);
  const steps = reader.list(implied.steps, 'implied.steps');
  return {
    name: reader.text(raw.profile, 'profile'),
    columns: columnsOf(raw, reader),
    ...joinOf(raw, reader),
    dates: datesOf(raw, reader),
    filePer: reader.choice(files.per, 'files.per', ['case', 'defendant']),
    numberPrefix: reader.optionalText(files.number_prefix, 'files.number_prefix') ?? '',
    ...officesOf(raw, reader),
    offences: reader.list(raw.offences, 'offences').map((one, index) => offenceOf(one, `offences[${index}]`, reader)),
    duplicates: reader.choice(raw.duplicates, 'duplicates', OUTCOMES),
    impliedNumber: reader.optionalText(implied.decision_number, 'implied.decision_number') ?? 'suy ra',
    implied: steps.map((step, index) => reader.step(step, `implied.steps[${index}]`)),
    stages: reader.list(raw.stages, 'stages').map((stage, index) => stageOf(stage, `stages[${index}]`, reader)),
  };
};

const columnsOf = (raw: Mapping, reader: ProfileReader): DocketProfile['columns'] => {
  const columns = reader.mapping(raw.columns, 'columns');
  reader.keys(columns, 'columns', COLUMNS);
  const optional = (name: string): string | undefined => reader.optionalText(columns[name], `columns.${name}`);
  return {
    case: reader.text(columns.case, 'columns.case'),
    stage: reader.text(columns.stage, 'columns.stage'),
    date: reader.text(columns.date, 'columns.date'),
    defendant: optional('defendant'),
    result: optional('result'),
    agency: optional('agency'),
    offence: optional('offence'),
  };
};

const joinOf = (raw: Mapping, reader: ProfileReader): Pick<DocketProfile, 'join'> => {
  if (raw.join === undefined) return {};
  const join = reader.mapping(raw.join, 'join');
  reader.keys(join, 'join', ['file', 'by', 'optional']);
  const by = reader.list(join.by, 'join.by').map((column, index) => reader.text(column, `join.by[${index}]`));
  return { join: { file: reader.text(join.file, 'join.file'), by, optional: join.optional === true } };
};

const datesOf = (raw: Mapping, reader: ProfileReader): DocketProfile['dates'] => {
  const dates = reader.mapping(raw.dates, 'dates');
  reader.keys(dates, 'dates', ['format', 'min', 'max']);
  return {
    format: reader.choice(dates.format, 'dates.format', ['yyyy-mm-dd', 'dd/mm/yyyy', 'mm/dd/yyyy']),
    min: reader.day(dates.min, 'dates.min', '1900-01-01') as Day,
    max: reader.day(dates.max, 'dates.max', '9999-12-31') as Day,
  };
};

const officesOf = (raw: Mapping, reader: ProfileReader): Pick<DocketProfile, 'offices' | 'officesByAgency'> => {
  const offices = reader.mapping(raw.offices, 'offices');
  reader.keys(offices, 'offices', [...ROLES_OF_DOCKET, 'by_agency']);
  const byAgency = reader.mapping(offices.by_agency, 'offices.by_agency');
  const rolesIn = (value: Mapping, path: string) =>
    Object.fromEntries(
      ROLES_OF_DOCKET.flatMap((role) =>
        value[role] === undefined ? [] : [[role, reader.text(value[role], `${path}.${role}`)]],
      ),
    );
  const standing = rolesIn(offices, 'offices');
  for (const role of ROLES_OF_DOCKET)
    if (!standing[role]) reader.fault(`offices.${role}`, 'the code of an office is needed');
  const entries = Object.entries(byAgency).map(([agency, roles]) => {
    const path = `offices.by_agency.${agency}`;
    const mapping = reader.mapping(roles, path);
    reader.keys(mapping, path, ROLES_OF_DOCKET);
    return [agency, rolesIn(mapping, path)] as const;
  });
  return { offices: standing as DocketProfile['offices'], officesByAgency: Object.fromEntries(entries) };
};

const offenceOf = (value: unknown, path: string, reader: ProfileReader): OffenceRule => {
  const rule = reader.mapping(value, path);
  reader.keys(rule, path, ['match', 'article', 'clause']);
  const [article, clause] = [
    reader.whole(rule.article, `${path}.article`),
    reader.whole(rule.clause, `${path}.clause`),
  ];
  if (article && clause && !findGravity({ article, clause })) {
    reader.fault(path, `the product knows no clause ${clause} of article ${article}`);
  }
  const match = reader.pattern(rule.match, `${path}.match`);
  return { article, clause, ...(match ? { match } : {}) };
};

const stageOf = (value: unknown, path: string, reader: ProfileReader): ProfileStage => {
  const stage = reader.mapping(value, path);
  reader.keys(stage, path, ['stage', 'rules']);
  const rules = reader.list(stage.rules, `${path}.rules`);
  if (rules.length === 0) reader.fault(`${path}.rules`, 'at least one rule is needed');
  return {
    stage: reader.text(stage.stage, `${path}.stage`),
    rules: rules.map((rule, index) => ruleOf(rule, `${path}.rules[${index}]`, reader)),
  };
};

const ruleOf = (value: unknown, path: string, reader: ProfileReader): ProfileRule => {
  const rule = reader.mapping(value, path);
  reader.keys(rule, path, ['result', 'steps', 'reason', 'when_impossible']);
  const steps = reader.list(rule.steps, `${path}.steps`).map((step, index) => {
    const at = `${path}.steps[${index}]`;
    return alternativesOf(step, at, reader);
  });
  const reason = reader.optionalText(rule.reason, `${path}.reason`);
  if (steps.length === 0 && !reason) reader.fault(path, 'steps, or the reason why there is none');
  const result = reader.pattern(rule.result, `${path}.result`);
  const whenImpossible = reader.choice(rule.when_impossible, `${path}.when_impossible`, OUTCOMES);
  if (whenImpossible === 'informational' && !reason) reader.fault(path, 'an informational event needs a reason');
  return { steps, whenImpossible, ...(result ? { result } : {}), ...(reason ? { reason } : {}) };
};

const alternativesOf = (value: unknown, path: string, reader: ProfileReader): ProfileStep[] => {
  const one = reader.mapping(value, path);
  if (!('try' in one)) return [reader.step(value, path)];
  reader.keys(one, path, ['try']);
  const alternatives = reader.list(one.try, `${path}.try`);
  if (alternatives.length === 0) reader.fault(`${path}.try`, 'at least one step is needed');
  return alternatives.map((step, index) => reader.step(step, `${path}.try[${index}]`));
};
