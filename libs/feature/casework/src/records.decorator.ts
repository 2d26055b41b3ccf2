import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiCreatedResponse, ApiExtension, ApiOperation } from '@nestjs/swagger';
import { RecordedResultView } from './dto/recorded-result.view.js';
import type { RecordableEvent } from './step-permission.js';

/** Metadata of a route: the event that its command records. */
export const RECORDED_EVENT = 'theoan:event';

/** Marks the one route by which an event of the law is recorded, and writes it into the API's description. */
export const Records = (event: RecordableEvent, summary: string): MethodDecorator =>
  applyDecorators(
    SetMetadata(RECORDED_EVENT, event),
    ApiExtension('x-event', event),
    ApiOperation({ summary }),
    ApiCreatedResponse({ type: RecordedResultView, description: 'recorded; repeated requests get the first answer' }),
  );

/** Describes the route that corrects or withdraws a recorded step. */
export const CorrectsFile = (): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary: 'Replace or withdraw a recorded step; the whole history is judged again' }),
    ApiCreatedResponse({ type: RecordedResultView, description: 'recorded; repeated requests get the first answer' }),
  );
