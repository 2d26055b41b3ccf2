import {
  FIELD_GROUPS,
  FIELD_RULES,
  FILE_STAGES,
  OFFICE_RELATIONS,
  PERSON_FAMILIES,
  PERSON_FIELD_NAMES,
  type PersonView,
  fieldAccess,
  fieldRuleFor,
} from './index.js';

const DUTIES = ['proceeds', 'supports', 'leads'] as const;
const VIEWS: readonly PersonView[] = PERSON_FAMILIES.flatMap((family) =>
  DUTIES.flatMap((duty) =>
    OFFICE_RELATIONS.flatMap((relation) => FILE_STAGES.map((stage) => ({ family, duty, relation, stage }))),
  ),
);
const revealed = (view: PersonView): readonly string[] => fieldRuleFor(view)?.revealed ?? [];

describe('who sees what of a person', () => {
  it('is said by one row for each view, and no row is beyond reach', () => {
    const used = new Set(VIEWS.map(fieldRuleFor));
    expect(FIELD_RULES.filter((rule) => !used.has(rule))).toEqual([]);
    expect(VIEWS).toHaveLength(4 * 3 * 5 * 5);
  });

  it('cites an article in every row, and never both masks and reveals a group', () => {
    for (const { article, revealed: told, masked } of FIELD_RULES) {
      expect(article).toMatch(/Điều \d+/);
      expect(told.filter((group) => masked.includes(group))).toEqual([]);
    }
  });

  it('hides informants from everybody but who holds the denunciation, held it, or supervises its holder', () => {
    const seeing = VIEWS.filter((view) => view.family === 'informant' && fieldRuleFor(view));
    expect(new Set(seeing.map(({ duty, relation }) => `${duty} ${relation}`))).toEqual(
      new Set(['proceeds holds', 'proceeds supervises', 'proceeds held']),
    );
  });

  it('never tells where to find a victim or a witness to anybody but the proceeding office and who supports victims', () => {
    const telling = VIEWS.filter(({ family }) => family === 'victim' || family === 'witness').filter((view) =>
      revealed(view).includes('place'),
    );
    const who = new Set(telling.map(({ family, duty, relation }) => `${family} ${duty} ${relation}`));
    expect([...who].filter((one) => !one.startsWith('victim supports')).sort()).toEqual([
      'victim proceeds holds',
      'witness proceeds holds',
    ]);
  });

  it('protects a victim in a denunciation as in a case: the stage before does not open more', () => {
    for (const duty of DUTIES) {
      for (const relation of OFFICE_RELATIONS) {
        const at = (stage: PersonView['stage']) => fieldRuleFor({ family: 'victim', duty, relation, stage });
        expect(at('denunciation')).toBe(at('investigation'));
      }
    }
  });

  it('tells less of protected persons once the file is closed, and leaders nothing at any time', () => {
    const closed = { duty: 'proceeds', relation: 'holds', stage: 'closed' } as const;
    expect(revealed({ family: 'victim', ...closed })).toEqual(['name']);
    expect(revealed({ family: 'suspect', ...closed })).toEqual(FIELD_GROUPS);
    expect(VIEWS.filter(({ duty }) => duty === 'leads').flatMap(revealed)).toEqual([]);
  });

  it('shows who supports victims nobody else', () => {
    const seeing = VIEWS.filter((view) => view.duty === 'supports' && fieldRuleFor(view));
    expect(new Set(seeing.map(({ family }) => family))).toEqual(new Set(['victim']));
  });

  it('answers for every field', () => {
    const rule = fieldRuleFor({ family: 'victim', duty: 'proceeds', relation: 'supervises', stage: 'trial' })!;
    const by = (access: string) => PERSON_FIELD_NAMES.filter((field) => fieldAccess(rule, field) === access);
    expect(by('masked')).toEqual(['birthPlace', 'residence', 'workplace', 'school', 'guardian', 'guardianPhone']);
    expect(by('hidden')).toEqual([]);
    expect(by('revealable')).toHaveLength(9);
  });
});
