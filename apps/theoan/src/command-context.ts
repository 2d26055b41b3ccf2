import { type INestApplicationContext } from '@nestjs/common';

/** What a command of the command line may use. */
export interface CommandContext {
  readonly language: 'vi' | 'en';
  /** Starts the application without HTTP, does the work and closes it again. */
  withApplication<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T>;
  /** Writes a line to the standard output. */
  print(text: string): void;
  /** Writes a line to the error output; the command ends with exit code 1. */
  fail(text: string): void;
}
