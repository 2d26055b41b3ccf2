import { isDay } from '#libs/domain/kernel';
import { fieldsOf } from '../register/words.js';
import { type DocketRole, type ProfileStep, ROLES_OF_DOCKET } from './profile.js';

export type Mapping = Readonly<Record<string, unknown>>;

export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Walks a profile as parsed and notes every fault with its path; a faulty value reads as its default. */
export class ProfileReader {
  readonly faults: string[] = [];

  fault(path: string, what: string): void {
    this.faults.push(`${path}: ${what}`);
  }

  /** Notes every key that means nothing there. */
  keys(value: Mapping, path: string, allowed: readonly string[]): void {
    for (const key of Object.keys(value)) {
      if (!allowed.includes(key)) this.fault(path, `"${key}" means nothing; possible: ${allowed.join(', ')}`);
    }
  }

  mapping(value: unknown, path: string): Mapping {
    if (isMapping(value)) return value;
    if (value !== undefined && value !== null) this.fault(path, 'a mapping is needed');
    return {};
  }

  list(value: unknown, path: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    if (value !== undefined && value !== null) this.fault(path, 'a list is needed');
    return [];
  }

  text(value: unknown, path: string): string {
    if (typeof value === 'string' && value.trim() !== '') return value.normalize('NFC');
    if (typeof value === 'number') return String(value);
    this.fault(path, 'a text is needed');
    return '';
  }

  optionalText(value: unknown, path: string): string | undefined {
    return value === undefined || value === null ? undefined : this.text(value, path);
  }

  choice<T extends string>(value: unknown, path: string, choices: readonly T[]): T {
    const found = choices.find((one) => one === value);
    if (found !== undefined) return found;
    if (value !== undefined) this.fault(path, `one of ${choices.join(', ')} is needed`);
    return choices[0] as T;
  }

  day(value: unknown, path: string, fallback: string): string {
    if (value === undefined) return fallback;
    if (typeof value === 'string' && isDay(value)) return value;
    this.fault(path, 'a day written yyyy-mm-dd is needed');
    return fallback;
  }

  pattern(value: unknown, path: string): RegExp | undefined {
    if (value === undefined) return undefined;
    try {
      return new RegExp(this.text(value, path), 'iu');
    } catch {
      this.fault(path, 'not a regular expression');
      return undefined;
    }
  }

  whole(value: unknown, path: string): number {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value;
    this.fault(path, 'a whole number from 1 is needed');
    return 0;
  }

  /** A step: `on`, `command`, `by`, and `with` its fields. */
  step(value: unknown, path: string): ProfileStep {
    const step = this.mapping(value, path);
    this.keys(step, path, ['on', 'command', 'by', 'with']);
    const on = this.choice(step.on, `${path}.on`, ['case', 'denunciation']);
    const command = this.text(step.command, `${path}.command`);
    const by = this.choice<DocketRole>(step.by, `${path}.by`, ROLES_OF_DOCKET);
    const payload = this.mapping(step.with, `${path}.with`);
    const fields = fieldsOf(on, command);
    if (!fields) this.fault(`${path}.command`, `a ${on} has no step "${command}"`);
    else
      for (const name of Object.keys(payload))
        if (!(name in fields) && name !== 'verdict') this.fault(`${path}.with`, `the step has no field "${name}"`);
    return { on, command, by, payload };
  }
}
