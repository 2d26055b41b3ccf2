import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, MODULE_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { getMetadataStorage } from 'class-validator';
import { DOCKET_NAMES, FLOW_NAMES } from '#libs/domain/performance';
import {
  CASE_LIFECYCLE,
  CASE_TRANSFER_GROUNDS,
  DEFENDANT_STATUSES,
  DENUNCIATION_LIFECYCLE,
  INVESTIGATION_SUSPENSION_GROUNDS,
  INVESTIGATION_TERMINATION_GROUNDS,
  MINOR_LIMIT_GROUNDS,
  NON_INSTITUTION_GROUNDS,
  PROSECUTION_SUSPENSION_GROUNDS,
  PROSECUTION_TERMINATION_GROUNDS,
  PROVINCIAL_TRIAL_GROUNDS,
  SUMMARY_PROCEDURE_GROUNDS,
  ABSENTIA_GROUNDS,
  FILE_STUDY_GROUNDS,
  HEARING_OBSTACLES,
  ADJOURNMENT_GROUNDS,
  COURT_RETURN_GROUNDS,
  RETURN_GROUNDS,
  SOURCES,
  TRIAL_SUSPENSION_GROUNDS,
  TRIAL_TERMINATION_GROUNDS,
  type Transition,
  VERDICTS,
  VERIFICATION_SUSPENSION_GROUNDS,
  WITHDRAWN,
} from '#libs/domain/procedure';
import { ROLES, routeAccess } from '#libs/feature/access';
import { CaseworkModule, RECORDED_EVENT, type RecordableEvent, permissionOfEvent } from '#libs/feature/casework';
import { DenunciationsModule } from '#libs/feature/denunciations';
import { InvestigationsModule } from '#libs/feature/investigations';
import { ProsecutionsModule } from '#libs/feature/prosecutions';
import { TrialsModule } from '#libs/feature/trials';
import { LANGUAGES, labelsOf } from '#libs/platform/http';

const STAGES = [CaseworkModule, DenunciationsModule, InvestigationsModule, ProsecutionsModule, TrialsModule].flatMap(
  (module) => Reflect.getMetadata(MODULE_METADATA.CONTROLLERS, module) as Type[],
);

/** What the server adds, and what stands in the address or under another name. */
const BY_THE_SERVER: Readonly<Record<string, readonly string[]>> = {
  instituted: ['caseId'],
  'decline-overruled': ['caseId'],
  split: ['childId'],
  'case-instituted': ['denunciationIds'],
  'case-severed': ['toCaseId'],
  'difficulty-noted': ['difficultyId'],
};
/** What the server makes unless it is stated: a person is new unless the step says who was held or accused before. */
const MADE_WHEN_ABSENT: Readonly<Record<string, readonly string[]>> = {
  charged: ['defendantId'],
  'person-held': ['personId'],
};
/** Two files change at once: the step also states, as required or not, what the other file's first step states. */
const NEW_CASE = { caseNumber: true, offence: true, placeId: false, committedOn: false } as const;
const BESIDE: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
  instituted: { ...NEW_CASE, communeInvestigator: false, inFlagrante: false },
  'decline-overruled': NEW_CASE,
  split: { childNumber: true, placeId: false },
  'case-severed': { caseNumber: true },
};

interface Route {
  readonly path: string;
  readonly event: string;
  readonly permission: string | undefined;
  readonly body: new () => object;
}

const routesOf = (controller: Type): Route[] => {
  const prototype = controller.prototype as object;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = Object.getOwnPropertyDescriptor(prototype, name)?.value as object;
    const event = Reflect.getMetadata(RECORDED_EVENT, handler) as string | undefined;
    if (event === undefined) return [];
    expect(Reflect.getMetadata(METHOD_METADATA, handler)).toBe(RequestMethod.POST);
    const paths = [Reflect.getMetadata(PATH_METADATA, controller), Reflect.getMetadata(PATH_METADATA, handler)];
    const types = Reflect.getMetadata('design:paramtypes', prototype, name) as Route['body'][];
    const access = routeAccess(handler, controller);
    const permission = access?.kind === 'permission' ? access.permission : undefined;
    return [{ path: paths.join('/').replaceAll('//', '/'), event, permission, body: types.at(-1)! }];
  });
};

/** @returns the fields of a body, and whether each must be there: a field may be absent when it has a condition. */
const fieldsOf = (body: Route['body']): Record<string, boolean> => {
  const all = getMetadataStorage().getTargetValidationMetadatas(body, '', true, false);
  const names = [...new Set(all.map((one) => one.propertyName))];
  const optional = (name: string): boolean =>
    all.some((one) => one.propertyName === name && one.type === 'conditionalValidation');
  return Object.fromEntries(names.map((name) => [name, !optional(name)]));
};

const routes = STAGES.flatMap(routesOf);
const transitions: readonly Transition[] = [...DENUNCIATION_LIFECYCLE.transitions, ...CASE_LIFECYCLE.transitions];
const steps = transitions.filter((row) => row.actor !== 'system');
const events = [...new Map(steps.map((row) => [row.event, row])).values()];

describe('the routes of the commands', () => {
  it('are one for each event that somebody records, and none beside', () => {
    expect(routes.map((route) => route.event).sort()).toEqual(events.map((row) => row.event).sort());
    expect(new Set(routes.map((route) => route.path)).size).toBe(routes.length);
  });

  it.each(events)('$event is recorded by $command, with the fields of the law', ({ event, command, fields, from }) => {
    const route = routes.find((one) => one.event === event)!;
    const opens = from.includes('none');
    const bare = command === 'receive' || (opens && command === 'institute');
    expect(route.path.split('/').at(-1)).toBe(bare ? '' : command);
    const ofOpening = opens ? ['number'] : [];
    const free = opens ? ['decision'] : ['decision', 'expectedVersion'];
    const stated = Object.entries(fields).filter(([name]) => !(BY_THE_SERVER[event] ?? []).includes(name));
    expect(fieldsOf(route.body)).toEqual({
      occurredOn: true,
      ...Object.fromEntries(ofOpening.map((name) => [name, true])),
      ...Object.fromEntries(free.map((name) => [name, false])),
      ...BESIDE[event],
      ...Object.fromEntries(
        stated.map(([name, field]) => [name, field.required && !(MADE_WHEN_ABSENT[event] ?? []).includes(name)]),
      ),
    });
  });

  it.each(routes)('$path demands what the case file offers the step by', ({ event, permission }) => {
    expect(permission).toBe(permissionOfEvent(event as RecordableEvent));
    expect(permission).toBeDefined();
  });

  it.each(transitions.filter((row) => row.actor === 'system'))('nobody records $event', ({ event }) => {
    expect(permissionOfEvent(event as RecordableEvent)).toBeUndefined();
  });
});

describe.each(LANGUAGES)('the words of the law in %s', (language) => {
  const grounds = [
    NON_INSTITUTION_GROUNDS,
    VERIFICATION_SUSPENSION_GROUNDS,
    INVESTIGATION_SUSPENSION_GROUNDS,
    INVESTIGATION_TERMINATION_GROUNDS,
    PROSECUTION_SUSPENSION_GROUNDS,
    PROSECUTION_TERMINATION_GROUNDS,
    TRIAL_SUSPENSION_GROUNDS,
    TRIAL_TERMINATION_GROUNDS,
    RETURN_GROUNDS,
    COURT_RETURN_GROUNDS,
    ADJOURNMENT_GROUNDS,
    FILE_STUDY_GROUNDS,
    HEARING_OBSTACLES,
    ABSENTIA_GROUNDS,
    MINOR_LIMIT_GROUNDS,
    CASE_TRANSFER_GROUNDS,
    PROVINCIAL_TRIAL_GROUNDS,
    SUMMARY_PROCEDURE_GROUNDS,
  ].flatMap((table) => Object.keys(table));
  const words: Readonly<Record<string, readonly string[]>> = {
    status: [...DENUNCIATION_LIFECYCLE.statuses, ...CASE_LIFECYCLE.statuses],
    defendantStatus: DEFENDANT_STATUSES,
    event: [...transitions.map((row) => row.event), WITHDRAWN],
    command: [...transitions.map((row) => row.command), 'correct'],
    ground: grounds,
    source: SOURCES,
    verdict: VERDICTS,
    docket: DOCKET_NAMES,
    flow: FLOW_NAMES,
    role: ROLES,
    permission: routes.map((route) => route.permission ?? ''),
  };

  it.each(Object.keys(words))('name every %s and nothing else', (kind) => {
    const labels = labelsOf(kind, language);
    const codes = [...new Set(words[kind])];
    expect(codes.filter((code) => !labels[code]?.trim())).toEqual([]);
    const spare = kind === 'permission' ? [] : Object.keys(labels).filter((code) => !codes.includes(code));
    expect(spare).toEqual([]);
  });
});
