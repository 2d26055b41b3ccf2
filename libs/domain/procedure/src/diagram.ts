import type { Lifecycle } from './lifecycle.js';
import type { Step } from './step.js';
import type { Field, Fields, Transition } from './transition.js';

/** Mermaid allows no hyphen in the name of a state. */
const stateOf = (status: string, initial: string): string => (status === initial ? '[*]' : status.replaceAll('-', '_'));

/**
 * Draws a life as a Mermaid `stateDiagram-v2`: every status, every command from status to status, in the order of the law.
 * Successions of offices move no status and are left out.
 */
export function lifecycleDiagram<File, Status extends string, S extends Step>(
  life: Lifecycle<File, Status, S>,
): string {
  const initial = life.statusOf(life.nothing);
  const rows = life.transitions.filter((row) => row.actor !== 'system');
  const edges = new Map<string, string[]>();
  for (const { command, from, to } of rows) {
    for (const edge of from.flatMap((start) =>
      to.map((end) => `${stateOf(start, initial)} --> ${stateOf(end, initial)}`),
    )) {
      edges.set(edge, [...(edges.get(edge) ?? []), command]);
    }
  }
  const named = life.statuses.filter((status) => status !== initial);
  const last = named.filter(
    (status) => !rows.some((row) => row.from.includes(status) && row.to.some((to) => to !== status)),
  );
  return [
    'stateDiagram-v2',
    ...named.map((status) => `  state "${status}" as ${stateOf(status, initial)}`),
    ...[...edges].map(([edge, commands]) => `  ${edge} : ${[...new Set(commands)].join(', ')}`),
    ...last.map((status) => `  ${stateOf(status, initial)} --> [*]`),
    '',
  ].join('\n');
}

const fieldText = ([name, field]: readonly [string, Field]): string => {
  const kind = field.kind === 'choice' ? field.choices.join(' \\| ') : field.kind;
  return `\`${name}\`${field.required ? '' : '?'}: ${kind}`;
};

const fieldsText = (fields: Fields): string => Object.entries(fields).map(fieldText).join('; ') || '–';

const wayOf = ({ from, to }: Transition): string => `${from.join(', ')} → ${to.join(', ')}`;

/** @returns the commands of a life as a Markdown table; rows that differ only in their statuses are one line. */
export function commandTable<File, Status extends string, S extends Step>(life: Lifecycle<File, Status, S>): string {
  const lines = new Map<string, string[]>();
  for (const row of life.transitions) {
    const [before, after] = [
      `| \`${row.command}\` | \`${row.event}\` |`,
      `| ${row.actor} | ${row.by.join(', ')} | ${row.article} | ${fieldsText(row.fields)} |`,
    ];
    const key = `${before}\n${after}`;
    lines.set(key, [...(lines.get(key) ?? []), wayOf(row)]);
  }
  return [
    '| command | event | from → to | who | agencies | article | states |',
    '|---|---|---|---|---|---|---|',
    ...[...lines].map(([key, ways]) => key.replace('\n', () => ` ${ways.join('<br>')} `)),
    '',
  ].join('\n');
}
