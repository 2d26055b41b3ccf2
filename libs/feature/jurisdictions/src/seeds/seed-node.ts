import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { type Day, DomainError, isDay } from '#libs/domain/kernel';

/** A place in a seed file, read with a check: what is not there as expected is named by file and path. */
export class SeedNode {
  constructor(
    private readonly value: unknown,
    private readonly path: string,
  ) {}

  private fault(key: string, expected: string): DomainError {
    return new DomainError('seed.faulty', 'malformed', { place: `${this.path}.${key}`, expected });
  }

  private field(key: string): unknown {
    if (typeof this.value !== 'object' || this.value === null) throw this.fault(key, 'mapping');
    return Object.entries(this.value).find(([name]) => name === key)?.[1];
  }

  /** @throws DomainError `seed.faulty` (facts: place, expected), as every reader below. */
  at(key: string): SeedNode {
    return new SeedNode(this.field(key), `${this.path}.${key}`);
  }

  list(key: string): SeedNode[] {
    const rows: unknown = this.field(key);
    if (!Array.isArray(rows)) throw this.fault(key, 'list');
    return rows.map((row: unknown, index) => new SeedNode(row, `${this.path}.${key}[${index}]`));
  }

  optionalText(key: string): string | undefined {
    const text = this.field(key);
    if (text === undefined) return undefined;
    if (typeof text !== 'string' || text.trim() === '') throw this.fault(key, 'text');
    return text.normalize('NFC');
  }

  text(key: string): string {
    const text = this.optionalText(key);
    if (text === undefined) throw this.fault(key, 'text');
    return text;
  }

  /** @returns one of the allowed words. */
  word<T extends string>(key: string, allowed: readonly T[]): T {
    const text = this.text(key);
    const word = allowed.find((candidate) => candidate === text);
    if (word === undefined) throw this.fault(key, allowed.join(' | '));
    return word;
  }

  optionalDay(key: string): Day | undefined {
    const text = this.optionalText(key);
    if (text === undefined) return undefined;
    if (!isDay(text)) throw this.fault(key, 'YYYY-MM-DD');
    return text;
  }

  day(key: string): Day {
    const value = this.optionalDay(key);
    if (value === undefined) throw this.fault(key, 'YYYY-MM-DD');
    return value;
  }

  /** @returns the texts of a list; none when the key is absent. */
  texts(key: string): readonly string[] {
    const rows: unknown = this.field(key) ?? [];
    if (!Array.isArray(rows) || !rows.every((row) => typeof row === 'string')) throw this.fault(key, 'list of texts');
    return rows;
  }

  /** @returns the texts of a mapping; none when the key is absent. */
  textsByKey(key: string): ReadonlyMap<string, string> {
    const rows = this.field(key) ?? {};
    if (typeof rows !== 'object') throw this.fault(key, 'mapping of texts');
    const node = this.at(key);
    return new Map(Object.keys(rows).map((name) => [name, node.text(name)]));
  }

  flag(key: string, otherwise: boolean): boolean {
    const flag = this.field(key);
    if (flag === undefined) return otherwise;
    if (typeof flag !== 'boolean') throw this.fault(key, 'true | false');
    return flag;
  }
}

/** The seeds lie beside the sources, above this file whether it runs as source or from `dist`. */
function seedFile(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = join(folder, 'database', 'seeds', name);
    if (existsSync(file)) return file;
    if (folder === dirname(folder)) throw new DomainError('seed.absent', 'not-found', { file: name });
  }
}

/** @param name below `database/seeds`, such as `territories/provinces.yaml`. @throws DomainError `seed.absent`. */
export function readSeedFile(name: string): SeedNode {
  return new SeedNode(parse(readFileSync(seedFile(name), 'utf8')), name);
}

/** @returns a hash over the texts of those seed files and the further texts: equal when nothing that they say changed. */
export function fingerprintOf(names: readonly string[], ...others: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of names) hash.update(readFileSync(seedFile(name)));
  for (const text of others) hash.update(text);
  return hash.digest('hex');
}
