import { type Day, type Period } from '#libs/domain/kernel';
import {
  type Plan,
  type PlanDifference,
  type Target,
  type Task,
  differencesFromParent,
  periodsOf,
  reportObligations,
} from '#libs/domain/performance';
import { type Language } from '#libs/platform/http';
import { type PlanSummary } from '../plan-directory.service.js';
import { type SheetWord, aspectOf, termOf, wordOf } from './plan-sheet.messages.js';
import { textTable, wrapped } from '#libs/platform/spreadsheet';

const WIDTH = 118;

/** A plan to be shown, and the plan that it is compared with: its parent, or another one. */
export interface PlanView {
  readonly plan: Plan;
  readonly version: number;
  readonly comparedWith?: Plan;
}

/** The plans in a table, one line each. */
export function planTable(plans: readonly PlanSummary[], language: Language): string {
  const word = (name: SheetWord): string => wordOf(name, language);
  const rows = plans.map((plan) => [
    plan.id,
    plan.number ?? '–',
    plan.issuedOn ? shownDay(plan.issuedOn) : '–',
    shownPeriod(plan),
    termOf(plan.kind, language),
    String(plan.targets),
    plan.issuer,
  ]);
  const header = (['id', 'number', 'issuedOn', 'period', 'kind', 'targets', 'issuer'] as const).map(word);
  return textTable(header, rows).join('\n');
}

/** Everything about a plan as text: header, targets with their wording, calendar, campaigns, differences, tasks, notes. */
export function planSheet(view: PlanView, language: Language): string {
  const { plan } = view;
  const block = (name: SheetWord, lines: readonly string[]): string[] => [
    '',
    wordOf(name, language).toUpperCase(),
    ...lines,
  ];
  const comparison = view.comparedWith ? differenceBlock(plan, view.comparedWith, language) : [];
  const notes =
    plan.notes.length > 0
      ? block(
          'notes',
          plan.notes.flatMap((note) => bullet(note)),
        )
      : [];
  return [
    ...headerLines(view, language),
    ...block('targets', targetLines(plan.targets, language)),
    ...block('calendar', calendarLines(plan, language)),
    ...block('campaigns', campaignLines(plan, language)),
    ...comparison,
    ...block('tasks', taskLines(plan, language)),
    ...notes,
  ].join('\n');
}

const shownDay = (day: Day): string => day.split('-').reverse().join('/');
const shownPeriod = ({ from, to }: Period): string => `${shownDay(from)}–${shownDay(to)}`;
const bullet = (text: string): string[] =>
  wrapped(text, WIDTH, 2).map((line, index) => (index === 0 ? `- ${line.trimStart()}` : line));

function headerLines({ plan, version, comparedWith }: PlanView, language: Language): string[] {
  const word = (name: SheetWord): string => wordOf(name, language);
  const { parent, territoryRef: territory } = plan;
  const issued = plan.issuedOn ? shownDay(plan.issuedOn) : plan.issuedIn?.split('-').reverse().join('/');
  const facts: [SheetWord, string][] = [
    ['number', plan.number ?? word('blank')],
    ['issuedOn', issued ?? word('blank')],
    ['issuer', plan.issuerFullName ? `${plan.issuer} (${plan.issuerFullName})` : plan.issuer],
    ['period', `${shownPeriod(plan.period)}, ${termOf(plan.kind, language)}`],
    ['territory', `${territory.name} (${territory.code})`],
  ];
  if (parent) {
    const above = `${parent.number}, ${shownDay(parent.issuedOn)}, ${parent.issuer}`;
    const isAbsent = parent.planId === undefined || comparedWith === undefined;
    facts.push(['parent', isAbsent ? `${above} (${word('parentAbsent')})` : above]);
  }
  const title = wrapped(plan.title, WIDTH);
  return [
    `${plan.id} (${word('version')} ${version})`,
    ...title,
    ...facts.flatMap(([name, text]) => bullet(`${word(name)}: ${text}`)),
  ];
}

function targetLines(targets: readonly Target[], language: Language): string[] {
  if (targets.length === 0) return [wordOf('noTarget', language)];
  const header = (['indicator', 'target', 'section', 'wording'] as const).map((name) => wordOf(name, language));
  const rows = targets.map(({ indicator, comparator, percent, section, wording }) => {
    return [
      indicator,
      `${comparator === '>=' ? '≥' : comparator} ${shownNumber(percent, language)} %`,
      section,
      `“${wording}”`,
    ];
  });
  return textTable(header, rows, WIDTH);
}

const shownNumber = (value: number, language: Language): string =>
  language === 'vi' ? String(value).replace('.', ',') : String(value);

function calendarLines(plan: Plan, language: Language): string[] {
  const word = (name: SheetWord): string => wordOf(name, language);
  const duty = plan.reportingDuty;
  const conditions = duty
    ? [
        ...bullet(`${word('reportTo')}: ${duty.reportTo}`),
        ...(duty.attachments ? bullet(`${word('attachments')}: ${duty.attachments}`) : []),
        ...(duty.onDemand ? bullet(word('onDemand')) : []),
      ]
    : [];
  const owed = reportObligations(plan);
  if (owed.length === 0) return [word('noReport'), ...conditions];
  const rows = owed.map(({ key, period, before, due }) => {
    return [
      key,
      shownDay(period.from),
      shownDay(period.to),
      before ? shownDay(before) : word('noDay'),
      due ? shownDay(due) : '–',
    ];
  });
  return [...textTable((['report', 'from', 'to', 'before', 'due'] as const).map(word), rows), ...conditions];
}

function campaignLines(plan: Plan, language: Language): string[] {
  if (plan.campaigns.length === 0) return [wordOf('noCampaign', language)];
  const windows = periodsOf(plan).filter(({ kind }) => kind === 'campaign');
  return windows.flatMap(({ key, period, tentative }, index) => [
    `${key}: ${shownPeriod(period)}${tentative ? ` (${wordOf('tentative', language)})` : ''}`,
    ...wrapped(`“${plan.campaigns[index]?.wording ?? ''}”`, WIDTH, 2),
  ]);
}

function differenceBlock(plan: Plan, other: Plan, language: Language): string[] {
  const differences = differencesFromParent(plan, other);
  const heading = ['', wordOf('differences', language, other.id).toUpperCase()];
  if (differences.length === 0) return [...heading, wordOf('noDifference', language)];
  const header = (['subject', 'aspect', 'own', 'parents'] as const).map((name) => wordOf(name, language, other.id));
  const short = differences.filter(({ aspect }) => aspect !== 'wording');
  const rows = short.map((one) => [
    ...subjectOf(one, language),
    side(one, 'own', language),
    side(one, 'parents', language),
  ]);
  const wordings = differences.filter(({ aspect }) => aspect === 'wording');
  return [
    ...heading,
    ...(rows.length > 0 ? textTable(header, rows, WIDTH) : []),
    ...wordings.flatMap((one) => [
      `${subjectOf(one, language).join(', ')}:`,
      ...wrapped(`${wordOf('own', language)}: “${one.own ?? ''}”`, WIDTH, 2),
      ...wrapped(`${other.id}: “${one.parents ?? ''}”`, WIDTH, 2),
    ]),
  ];
}

const subjectOf = ({ subject, aspect }: PlanDifference, language: Language): [string, string] => [
  termOf(subject, language),
  aspectOf(aspect, language),
];

function side(difference: PlanDifference, which: 'own' | 'parents', language: Language): string {
  const text = difference[which];
  if (text === undefined) return wordOf('absent', language);
  return text === '' ? wordOf('noDay', language) : termOf(text, language);
}

function taskLines(plan: Plan, language: Language): string[] {
  const titles = new Map(plan.sections.map(({ section, title }) => [section, title]));
  return plan.tasks.flatMap((task, index) => {
    const begins = task.section !== plan.tasks[index - 1]?.section;
    const heading = begins ? [`${task.section}. ${titles.get(task.section) ?? ''}`.trimEnd()] : [];
    return [...heading, ...wrapped(`[${task.id}] ${task.text}`, WIDTH, 2), ...agencyLines(task, language)];
  });
}

function agencyLines(task: Task, language: Language): string[] {
  const lines = (['lead', 'implementing', 'cooperating', 'requested'] as const)
    .filter((role) => task[role].length > 0)
    .flatMap((role) => wrapped(`${wordOf(role, language)}: ${task[role].join('; ')}`, WIDTH, 6));
  return lines.length > 0 ? lines : wrapped(wordOf('unassigned', language), WIDTH, 6);
}
