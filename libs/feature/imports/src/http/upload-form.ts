import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#libs/domain/kernel';
import { type Fault, InvalidRequest } from '#libs/platform/http';

/** What an upload form holds. */
export interface UploadForm {
  readonly fileName: string;
  readonly content: Buffer;
  readonly dryRun: boolean;
}

const FILE = 'file';
const DRY_RUN = 'dryRun';
const FLAGS: ReadonlyMap<unknown, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/** Parts of one form, in whatever order they come. */
class FormReading {
  private file: { readonly name: string; readonly content: Buffer } | undefined;
  private dryRun: boolean | undefined;
  private readonly faults: Fault[] = [];

  async take(part: Multipart): Promise<void> {
    if (part.type === 'file') {
      const content = await part.toBuffer();
      if (part.fieldname === FILE) this.file = { name: part.filename, content };
      else this.fault(part.fieldname, 'field.whitelistValidation');
    } else if (part.fieldname === DRY_RUN) this.takeDryRun(part.value);
    else if (part.fieldname !== FILE) this.fault(part.fieldname, 'field.whitelistValidation');
  }

  /** @throws InvalidRequest with every faulty field; DomainError `import.no-file`. */
  finish(): UploadForm {
    if (this.faults.length > 0) throw new InvalidRequest(this.faults);
    if (!this.file) throw new DomainError('import.no-file', 'malformed', {});
    const { name, content } = this.file;
    return { fileName: name, content, dryRun: this.dryRun ?? false };
  }

  /** A word that is not understood must not record what was only to be tried. */
  private takeDryRun(value: unknown): void {
    const flag = FLAGS.get(value);
    if (flag === undefined || this.dryRun !== undefined) this.fault(DRY_RUN, 'field.isBoolean');
    this.dryRun = flag ?? true;
  }

  private fault(field: string, code: string): void {
    this.faults.push({ field, code, facts: {} });
  }
}

/**
 * Reads an upload form to its end: one file named `file`, and perhaps `dryRun`, `true` or `false`, before or behind it.
 * @throws InvalidRequest, DomainError `import.no-file`, and what the parser of forms throws (two files, too large, cut off).
 */
export async function readUploadForm(request: FastifyRequest): Promise<UploadForm> {
  const form = new FormReading();
  if (request.isMultipart()) for await (const part of request.parts()) await form.take(part);
  return form.finish();
}
