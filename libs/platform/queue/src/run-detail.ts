import { DomainError } from '#libs/domain/kernel';
import { isCode } from './payload.js';

type Detail = Readonly<Record<string, string | number | boolean>>;

/** @returns the detail. @throws DomainError `job.detail-malformed` when a value is neither number, flag nor code. */
export function checkDetail(detail: Detail): Detail {
  const fields = Object.entries(detail);
  const wrong = fields.find(([name, value]) => !isCode(name) || (typeof value === 'string' && !isCode(value)));
  if (wrong) throw new DomainError('job.detail-malformed', 'malformed', { field: wrong[0] });
  return detail;
}
