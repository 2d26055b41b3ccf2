import { type ExecutionContext, Post, applyDecorators, createParamDecorator } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { CASE_LIFECYCLE, DENUNCIATION_LIFECYCLE, type SubjectKind } from '#libs/domain/procedure';
import { type Actor, Requires, whoSent } from '#libs/feature/access';
import { RequestRefused, TakesCommandId, commandIdOf } from '#libs/platform/http';
import { RECORDED_EVENT, Records } from './records.decorator.js';
import { type RecordableEvent, permissionOfEvent } from './step-permission.js';

/** A step as a request asks for it: who, under which key, of which file, and what the law calls it. */
export interface AskedStep {
  readonly actor: Actor;
  readonly commandId: string;
  readonly subjectId: string;
  readonly kind: SubjectKind;
  readonly command: string;
  readonly event: RecordableEvent;
}

type NamedStep = Pick<AskedStep, 'kind' | 'command' | 'event'>;

/** The one command that records an event, and of which life. @throws Error for an event that no row records. */
function stepOfEvent(event: RecordableEvent): NamedStep {
  for (const { kind, transitions } of [DENUNCIATION_LIFECYCLE, CASE_LIFECYCLE]) {
    const row = transitions.find((one) => one.event === event);
    if (row) return { kind, command: row.command, event };
  }
  throw new Error(`no step records ${event}`);
}

/**
 * Makes a method the route by which an event of the law is recorded: `POST :id/<command>`, for those who hold the
 * permission of the event.
 * @throws Error where nobody may record it.
 */
export function StepRoute(event: RecordableEvent, summary: string): MethodDecorator {
  const permission = permissionOfEvent(event);
  if (!permission) throw new Error(`nobody records ${event}`);
  return applyDecorators(
    Post(`:id/${stepOfEvent(event).command}`),
    Records(event, summary),
    Requires(permission),
    ApiParam({ name: 'id', schema: { type: 'string' } }),
    TakesCommandId(),
  );
}

/**
 * The step that a request to a `StepRoute` asks for.
 * @throws RequestRefused `request.id-malformed`, or what the header of the command is refused with.
 */
export const TheStep = createParamDecorator((_: unknown, context: ExecutionContext): AskedStep => {
  const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: { id: string } }>>();
  const event = Reflect.getMetadata(RECORDED_EVENT, context.getHandler()) as RecordableEvent;
  const { id } = request.params;
  if (!isUUID(id)) throw new RequestRefused(400, 'request.id-malformed');
  return { actor: whoSent(context).actor, commandId: commandIdOf(request), subjectId: id, ...stepOfEvent(event) };
});
