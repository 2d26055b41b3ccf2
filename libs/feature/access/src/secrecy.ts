/**
 * Degrees of secrecy of a file, lowest first: none, Mật, Tối mật, Tuyệt mật. Only what stands on a list of state secrets
 * gets one. Source: Điều 8 Luật Bảo vệ bí mật nhà nước 117/2025/QH15.
 */
export const SECRECY_MARKS = ['none', 'confidential', 'secret', 'top-secret'] as const;
export type SecrecyMark = (typeof SECRECY_MARKS)[number];

/** @returns the mark as it is stored, 0 for none. */
export const degreeOf = (mark: SecrecyMark): number => SECRECY_MARKS.indexOf(mark);

/** @returns the mark that is stored so. @throws RangeError when there is none. */
export function markOf(degree: number): SecrecyMark {
  const mark = SECRECY_MARKS[degree];
  if (mark === undefined) throw new RangeError(`no mark of secrecy ${degree}`);
  return mark;
}
