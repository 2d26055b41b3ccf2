import { Injectable } from '@nestjs/common';
import type { SubjectKind } from '#libs/domain/procedure';
import type { Actor } from '#libs/feature/access';
import type { CorrectionDto, OpeningDto, StepDto } from './dto/step.dto.js';
import { plain } from './plain-value.js';
import { RecordStep } from './record-step.service.js';
import type { RecordedResult } from './recorded-result.js';

/** Who asks, under which key, about which file. */
export interface Asked {
  readonly actor: Actor;
  readonly commandId: string;
  readonly subjectId: string;
}

/** Turns the body of a request into a step of the file; what remains beside the common fields is the payload. */
@Injectable()
export class StageSteps {
  constructor(private readonly recordStep: RecordStep) {}

  /**
   * Records a step.
   * @param event the event that the route stands for: `suspend` means another thing in each stage.
   * @param extra payload that the server adds.
   */
  async record(
    asked: Asked & { readonly kind: SubjectKind; readonly command: string; readonly event: string },
    dto: StepDto,
    extra: Readonly<Record<string, unknown>> = {},
  ): Promise<RecordedResult> {
    const { occurredOn, decision, expectedVersion, ...stated } = dto;
    return this.recordStep.record({
      ...asked,
      occurredOn,
      payload: plain({ ...stated, ...extra }),
      ...(decision ? { decision: plain(decision) } : {}),
      ...(expectedVersion === undefined ? {} : { expectedVersion }),
    });
  }

  /** Opens a file. @param extra payload that the server adds, or puts in the place of what was stated. */
  async open(
    asked: Omit<Asked, 'subjectId'> & { readonly kind: SubjectKind; readonly command: string },
    dto: OpeningDto & { readonly number: string },
    extra: Readonly<Record<string, unknown>> = {},
  ): Promise<RecordedResult> {
    const { occurredOn, decision, number, ...stated } = dto;
    const payload = plain({ ...stated, ...extra });
    return this.recordStep.open({
      ...asked,
      number,
      occurredOn,
      payload,
      ...(decision ? { decision: plain(decision) } : {}),
    });
  }

  /** Corrects or withdraws an event. */
  async correct(asked: Asked & { readonly kind: SubjectKind }, dto: CorrectionDto): Promise<RecordedResult> {
    const { expectedVersion, replacement, sequence, reason } = dto;
    const correction = { sequence, reason, officeId: asked.actor.office.id };
    return this.recordStep.correct({
      ...asked,
      ...(expectedVersion === undefined ? {} : { expectedVersion }),
      correction: replacement ? { ...correction, replacement: plain(replacement) } : correction,
    });
  }
}
