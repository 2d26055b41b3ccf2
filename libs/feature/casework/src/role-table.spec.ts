import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CASE_LIFECYCLE, DENUNCIATION_LIFECYCLE } from '#libs/domain/procedure';
import { roleTable } from './role-table.js';

const FILE = path.resolve('docs/generated/roles.md');
const PAGE = [
  '# Commands and roles',
  '<!-- Written from the tables of libs/domain/procedure and libs/feature/access: UPDATE_GENERATED=1 npx jest --selectProjects rules --testPathPatterns casework/src/role-table -->',
  'Which role may give which command (●), through which permission. The role opens the door only: `who` is the part that the account’s office must have in the file, and `agencies` what kind of office it must be. A role without a column gives no command.',
  '## Denunciation',
  roleTable('denunciation').trimEnd(),
  '## Case',
  roleTable('case').trimEnd(),
  '',
].join('\n\n');

describe('docs/generated/roles.md', () => {
  it('says what the tables say', () => {
    const wanted = `${PAGE.trimEnd()}\n`;
    if (process.env.UPDATE_GENERATED === '1') writeFileSync(FILE, wanted);
    expect(readFileSync(FILE, 'utf8')).toBe(wanted);
  });

  it('has every step that somebody takes, and nobody’s step is there', () => {
    const told = readFileSync(FILE, 'utf8');
    for (const { event, actor } of [...DENUNCIATION_LIFECYCLE.transitions, ...CASE_LIFECYCLE.transitions]) {
      expect([event, told.includes(`| \`${event}\` |`)]).toEqual([event, actor !== 'system']);
    }
  });

  it.each([
    ['charge-approved', 'procuracy-clerk', true],
    ['charge-approved', 'investigator', false],
    ['judged', 'court-clerk', true],
    ['judged', 'procuracy-clerk', false],
    ['received', 'desk-officer', true],
  ])('%s by a %s: %s', (event, role, may) => {
    const rows = readFileSync(FILE, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('|'));
    const line = rows.findIndex((row) => row.includes(`\`${event}\``));
    const head = rows.slice(0, line).findLast((row) => row.startsWith('| command'))!;
    const cells = (row: string): string[] => row.split('|').map((cell) => cell.trim());
    expect(cells(rows[line]!)[cells(head).indexOf(role)]).toBe(may ? '●' : '');
  });
});
