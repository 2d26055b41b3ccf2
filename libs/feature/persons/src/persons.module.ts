import { Module } from '@nestjs/common';
import { AccessModule } from '#libs/feature/access';
import { JurisdictionsModule } from '#libs/feature/jurisdictions';
import { CorrectPerson } from './correct-person.service.js';
import { Disclosures } from './disclosures.repository.js';
import { FileLineage } from './file-lineage.repository.js';
import { FilePersonsController } from './file-persons.controller.js';
import { ListPersons } from './list-persons.service.js';
import { PersonDesk } from './person-desk.js';
import { PersonFiles } from './person-files.service.js';
import { PersonRepository } from './person.repository.js';
import { PersonsController } from './persons.controller.js';
import { PersonsInFile } from './persons-in-file.service.js';
import { RegisterPerson } from './register-person.service.js';
import { RevealPerson } from './reveal-person.service.js';
import { RotateKeys } from './rotate-keys.service.js';
import { SealedValues } from './sealed-values.repository.js';
import { SearchPersons } from './search-persons.service.js';

/** Who has to do with a file: in the vault, masked, told for a purpose. Needs the global `VaultModule`. */
@Module({
  imports: [AccessModule, JurisdictionsModule],
  controllers: [FilePersonsController, PersonsController],
  providers: [
    CorrectPerson,
    Disclosures,
    FileLineage,
    ListPersons,
    PersonDesk,
    PersonFiles,
    PersonRepository,
    PersonsInFile,
    RegisterPerson,
    RevealPerson,
    RotateKeys,
    SealedValues,
    SearchPersons,
  ],
  exports: [RotateKeys],
})
export class PersonsModule {}
