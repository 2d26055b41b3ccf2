import { Injectable } from '@nestjs/common';
import { type FieldRule, fieldRuleFor } from '#libs/domain/person';
import type { Actor } from '#libs/feature/access';
import type { Tx } from '#libs/platform/database';
import { type Ancestor, FileLineage } from './file-lineage.repository.js';
import { type FileCard, PersonFiles, dutyOf } from './person-files.service.js';
import { PersonRepository, type PersonRow } from './person.repository.js';

/** A person as the actor meets him or her in a file. */
export interface MetPerson {
  readonly person: PersonRow;
  readonly file: FileCard;
  readonly rule: FieldRule;
  /** Of an accused, in that case. */
  readonly defendantId?: string;
}

/** Who belongs to a file by its lineage, and what of them the field policy shows. */
@Injectable()
export class PersonsInFile {
  constructor(
    private readonly persons: PersonRepository,
    private readonly files: PersonFiles,
    private readonly lineage: FileLineage,
  ) {}

  /** @returns everybody in the file who exists for the actor. */
  async listInTx(tx: Tx, actor: Actor, file: FileCard): Promise<MetPerson[]> {
    const ancestors = await this.lineage.ancestorsInTx(tx, file.id);
    const ids = ancestors.map(({ id }) => id);
    const defendants = file.kind === 'case' ? await this.lineage.defendantsInTx(tx, file.id, ids) : new Map();
    const recorded = await this.persons.ofFilesInTx(tx, ids);
    return recorded
      .filter((person) => isIn(person, file, { ancestors, defendants }))
      .flatMap((person) => met(actor, person, file, defendants.get(person.id) as string | undefined));
  }

  /**
   * @returns the person as he or she is met in the file in which the actor has most to do with him or her; undefined when
   *   there is no such person for the actor.
   */
  async findInTx(tx: Tx, actor: Actor, personId: string): Promise<MetPerson | undefined> {
    const person = await this.persons.findInTx(tx, personId);
    return person && this.meetInTx(tx, actor, person);
  }

  /** As `findInTx`, of a person that was read already. */
  async meetInTx(tx: Tx, actor: Actor, person: PersonRow): Promise<MetPerson | undefined> {
    const descent = await this.files.descentInTx(tx, actor, person.subjectId);
    const own = descent.filter(({ id }) => id === person.subjectId);
    const all = person.family === 'informant' ? own : descent;
    const live = all.filter(({ wentOn }) => !wentOn);
    // Whoever sees only what has gone on in files that it does not see held the matter once.
    const files = live.length > 0 || person.family === 'informant' ? all : all.map(asHeld);
    const isLive = (file: FileCard): boolean =>
      live.length === 0 || person.family === 'informant' || live.includes(file);
    for (const file of files.filter(isLive)) {
      const found = (await this.isThereInTx(tx, person, file)) ? met(actor, person, file) : [];
      if (found[0]) return found[0];
    }
    return undefined;
  }

  private async isThereInTx(tx: Tx, person: PersonRow, file: FileCard): Promise<boolean> {
    if (person.family !== 'suspect' || person.subjectId === file.id) return true;
    const ancestors = await this.lineage.ancestorsInTx(tx, file.id);
    const ids = ancestors.map(({ id }) => id);
    const defendants = file.kind === 'case' ? await this.lineage.defendantsInTx(tx, file.id, ids) : new Map();
    return isIn(person, file, { ancestors, defendants });
  }
}

const asHeld = (file: FileCard): FileCard => ({
  ...file,
  relation: file.relation === 'holds' ? 'held' : file.relation,
});

interface Lineage {
  readonly ancestors: readonly Ancestor[];
  readonly defendants: ReadonlyMap<string, string>;
}

/**
 * Victims, witnesses and whoever was denounced go with the matter; an accused of another case only when he or she was
 * moved here; informants stay.
 */
function isIn(person: PersonRow, file: FileCard, { ancestors, defendants }: Lineage): boolean {
  if (person.subjectId === file.id) return true;
  if (person.family === 'informant') return false;
  const from = ancestors.find(({ id }) => id === person.subjectId);
  return person.family !== 'suspect' || from?.kind === 'denunciation' || defendants.has(person.id);
}

function met(actor: Actor, person: PersonRow, file: FileCard, defendantId?: string): MetPerson[] {
  const duty = dutyOf(actor);
  if (duty === undefined) return [];
  const { relation, stage } = file;
  const rule = fieldRuleFor({ family: person.family, duty, relation, stage });
  return rule ? [{ person, file, rule, ...(defendantId === undefined ? {} : { defendantId }) }] : [];
}
