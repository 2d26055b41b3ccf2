import { type Sentence } from './messages.js';

/** One variable that cannot be used, and what to do about it. */
export interface ConfigurationFault extends Sentence {
  readonly variable: string;
  /** Name of the broken rule, e.g. `port`. */
  readonly code: string;
}

/** The environment cannot be used; the message lists every fault, in Vietnamese and English. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(readonly faults: readonly ConfigurationFault[]) {
    const lines = faults.map(({ variable, vi, en }) => `  ${variable}: ${vi}\n  ${' '.repeat(variable.length)}  ${en}`);
    super(['Cấu hình sai, chưa khởi động:', 'Wrong configuration, not started:', ...lines].join('\n'));
  }
}
