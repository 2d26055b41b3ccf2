import 'reflect-metadata';
import path from 'node:path';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { ConfigurationError, type ConfigurationFault } from './configuration-error.js';
import { SENTENCES } from './messages.js';
import { Settings } from './settings.js';
import { variableName } from './variable.js';

/**
 * Reads and checks the environment. A variable that is empty counts as absent, and spaces around a value do not count.
 * @returns the settings, unchangeable, `dataDir` as an absolute path.
 * @throws ConfigurationError with every fault at once.
 */
export function readSettings(environment: NodeJS.ProcessEnv): Readonly<Settings> {
  const settings = plainToInstance(Settings, present(environment), {
    excludeExtraneousValues: true,
    exposeDefaultValues: true,
  });
  const faults = validateSync(settings).flatMap(faultsOf);
  if (faults.length > 0) throw new ConfigurationError(faults);
  return Object.freeze(Object.assign(new Settings(), settings, { dataDir: path.resolve(settings.dataDir) }));
}

function present(environment: NodeJS.ProcessEnv): Record<string, string> {
  const entries = Object.entries(environment).map(([name, value]) => [name, value?.trim() ?? ''] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

function faultsOf(error: ValidationError): ConfigurationFault[] {
  const codes = new Set(Object.values(error.constraints ?? {}));
  return [...codes].map((code) => ({ variable: variableName(error.property), code, ...sentence(code) }));
}

function sentence(code: string): { vi: string; en: string } {
  const found = SENTENCES[code];
  if (!found) throw new Error(`no sentence for the configuration rule ${code}`);
  return found;
}
