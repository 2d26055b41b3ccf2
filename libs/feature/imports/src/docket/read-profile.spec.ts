import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { DomainError } from '#libs/domain/kernel';
import { readProfile } from './read-profile.js';

const HEAD = `
profile: spec
columns: { case: id, stage: activity, date: time }
offices: { police: CA-01, procuracy: VKS-01, court: TA-01 }
`;
const STAGES = `
stages:
  - { stage: reported, rules: [{ reason: no step }] }
`;

const faultsOf = (text: string): unknown => {
  try {
    readProfile(text);
    return [];
  } catch (error) {
    if (error instanceof DomainError) return error.facts['faults'];
    throw error;
  }
};

describe('a mapping profile', () => {
  it('means, where it leaves something out, what the guide says', () => {
    expect(readProfile(HEAD + STAGES)).toMatchObject({
      ...{ filePer: 'case', numberPrefix: '', duplicates: 'refuse', impliedNumber: 'suy ra', implied: [] },
      dates: { format: 'yyyy-mm-dd', min: '1900-01-01', max: '9999-12-31' },
    });
  });

  it.each([
    ['an unknown key', `${HEAD}${STAGES}colour: red`, /^profile: "colour" means nothing/],
    ['no stage', `${HEAD}stages: []`, /^stages: at least one stage/],
    [
      'one stage in two spellings',
      `${HEAD}${STAGES}  - { stage: ' REPORTED', rules: [{ reason: no step }] }`,
      /^stages\[1\]\.stage: the stage stands at stages\[0\] already/,
    ],
    [
      'a choice without alternatives, which would count as done',
      `${HEAD}stages: [{ stage: reported, rules: [{ steps: [{ try: [] }] }] }]`,
      /^stages\[0\]\.rules\[0\]\.steps\[0\]\.try: at least one step/,
    ],
    [
      'a step that the law does not know',
      `${HEAD}stages: [{ stage: reported, rules: [{ steps: [{ on: case, command: arrest, by: police }] }] }]`,
      /command: a case has no step "arrest"/,
    ],
    ['an impossible range', `${HEAD}${STAGES}dates: { min: 2023-02-31 }`, /^dates\.min: a day written yyyy-mm-dd/],
  ])('is refused for %s, with the path', (_, text, fault) => {
    expect(faultsOf(text)).toEqual([expect.stringMatching(fault)]);
  });

  it.each(readdirSync(path.join('database', 'seeds', 'profiles')))('comes with the product: %s', (file) => {
    expect(faultsOf(readFileSync(path.join('database', 'seeds', 'profiles', file), 'utf8'))).toEqual([]);
  });

  it('is written as the guide shows it', () => {
    const guide = readFileSync(path.join('docs', 'import-docket.md'), 'utf8');
    const examples = [...guide.matchAll(/```yaml\n([\s\S]*?)```/gu)].map(([, example]) => example ?? '');
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(faultsOf(example)).toEqual([]);
  });
});
