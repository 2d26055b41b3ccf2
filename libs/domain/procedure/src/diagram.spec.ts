import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  CASE_LIFECYCLE,
  DENUNCIATION_LIFECYCLE,
  RULE_SETS,
  TIME_LIMITS,
  type Transition,
  commandTable,
  lifecycleDiagram,
  limitTable,
} from './index.js';

const UPDATE = process.env.UPDATE_GENERATED === '1';
const NOTE =
  '<!-- Written from the tables of libs/domain/procedure: UPDATE_GENERATED=1 npx jest --selectProjects rules --testPathPatterns procedure/src/diagram -->';

const page = (title: string, ...parts: readonly string[]): string =>
  `${[`# ${title}`, NOTE, ...parts].map((part) => part.trimEnd()).join('\n\n')}\n`;
const drawing = (diagram: string): string => `\`\`\`mermaid\n${diagram}\`\`\`\n`;

const PAGES: readonly (readonly [string, string])[] = [
  ['denunciation-lifecycle.md', page('The life of a denunciation', drawing(lifecycleDiagram(DENUNCIATION_LIFECYCLE)))],
  ['case-lifecycle.md', page('The life of a case', drawing(lifecycleDiagram(CASE_LIFECYCLE)))],
  [
    'commands.md',
    page(
      'Commands',
      'Who may take which step, from where to where, by which article, stating what. `?` marks what may be left out.',
      '## Denunciation',
      commandTable(DENUNCIATION_LIFECYCLE),
      '## Case',
      commandTable(CASE_LIFECYCLE),
    ),
  ],
  [
    'limits.md',
    page(
      'Time limits',
      'Every limit of the law as the tables hold it. Lengths by gravity: less serious / serious / very serious / especially serious.',
      '## Denunciation',
      limitTable(TIME_LIMITS.denunciation),
      '## Case',
      limitTable(TIME_LIMITS.case),
      '## Versions of the rules',
      [
        '| version | since | text |',
        '|---|---|---|',
        ...RULE_SETS.map(({ id, validFrom, text }) => `| ${id} | ${validFrom} | ${text} |`),
        '',
      ].join('\n'),
    ),
  ],
];

describe.each(PAGES)('docs/generated/%s', (name, wanted) => {
  it('says what the tables say', () => {
    const file = path.resolve('docs/generated', name);
    if (UPDATE) writeFileSync(file, wanted);
    expect(readFileSync(file, 'utf8')).toBe(wanted);
  });
});

describe.each([
  ['denunciation', lifecycleDiagram(DENUNCIATION_LIFECYCLE), DENUNCIATION_LIFECYCLE],
  ['case', lifecycleDiagram(CASE_LIFECYCLE), CASE_LIFECYCLE],
] as const)('the diagram of a %s', (_kind, diagram, life) => {
  const lines = diagram.split('\n');
  const rows: readonly Transition[] = life.transitions;

  it('names every status once and joins every pair that a step joins', () => {
    const named = lines.flatMap((line) => /^ {2}state "([a-z-]+)" as [a-z_]+$/.exec(line)?.[1] ?? []);
    expect(named).toEqual(life.statuses.slice(1));
    const pairs = rows
      .filter((row) => row.actor !== 'system')
      .flatMap((row) => row.from.flatMap((from) => row.to.map((to) => `${from}>${to}`)));
    const arrows = lines.filter((line) => line.includes('-->') && !line.endsWith('[*]'));
    expect(arrows).toHaveLength(new Set(pairs).size);
    for (const arrow of arrows) expect(arrow).toMatch(/^ {2}(\[\*\]|[a-z_]+) --> [a-z_]+ : [a-z-]+(, [a-z-]+)*$/);
  });

  it('ends where no step leads on', () => {
    expect(lines.filter((line) => line.endsWith('--> [*]'))).toEqual([
      ...(life.kind === 'case'
        ? ['  institution_cancelled --> [*]', '  joined --> [*]']
        : ['  instituted --> [*]', '  joined --> [*]']),
    ]);
  });
});

describe('the table of commands', () => {
  it('has one line for every event, and every article and field in it', () => {
    const tables: readonly (readonly [string, readonly Transition[]])[] = [
      [commandTable(DENUNCIATION_LIFECYCLE), DENUNCIATION_LIFECYCLE.transitions],
      [commandTable(CASE_LIFECYCLE), CASE_LIFECYCLE.transitions],
    ];
    for (const [table, rows] of tables) {
      const lines = table.split('\n').slice(2, -1);
      expect(lines).toHaveLength(new Set(rows.map((row) => row.event)).size);
      for (const { event, article, fields, command } of rows) {
        const line = lines.find((one) => one.includes(`\`${event}\``));
        for (const part of [article, `\`${command}\``, ...Object.keys(fields).map((name) => `\`${name}\``)]) {
          expect(line).toContain(part);
        }
      }
    }
  });
});
