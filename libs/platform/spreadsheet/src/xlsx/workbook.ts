import { fileRefusal } from '../file-refusal.js';
import type { TableLimits } from '../table.js';
import { type PartRole, type XmlAttributes, prefixedAttribute, readXmlPart } from './xml-part.js';
import type { ZipArchive } from './zip-archive.js';

/** Where the parts lie that reading one sheet needs. */
export interface WorkbookMap {
  readonly sheet: string;
  readonly sharedStrings?: string;
  readonly styles?: string;
  /** Days are counted from 1904 instead of 1900. */
  readonly from1904: boolean;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly isVisible: boolean;
}

const CONTENT_TYPES = '[Content_Types].xml';
const ROOT_RELATIONS = '_rels/.rels';
/** A workbook's own description is small; a large one is an attack. */
const MAX_DESCRIPTION_BYTES = 4 * 1024 * 1024;

/**
 * Finds the sheet to read: the named one, else the first visible.
 * @throws DomainError `file.macros`, `file.binary_workbook`, `file.no_workbook`, `file.no_visible_sheet`, `file.sheet_missing`.
 */
export async function readWorkbookMap(
  archive: ZipArchive,
  limits: TableLimits,
  sheetName: string | undefined,
): Promise<WorkbookMap> {
  await refuseOtherPackages(archive, limits);
  const root = await readRelations(archive, limits, ROOT_RELATIONS);
  const workbook = [...root.values()].find(({ type }) => type === 'officeDocument')?.target;
  if (!workbook || !archive.has(workbook)) throw fileRefusal('file.no_workbook');
  const { sheets, from1904 } = await readWorkbook(archive, limits, workbook);
  const relations = await readRelations(archive, limits, relationsOf(workbook));
  const worksheets = sheets.filter(({ relation }) => relations.get(relation)?.type === 'worksheet');
  const sheet = relations.get(chooseSheet(worksheets, sheetName).relation)?.target;
  if (!sheet || !archive.has(sheet)) throw fileRefusal('file.workbook_malformed', { part: 'sheet' });
  const targetOf = (wanted: string): string | undefined =>
    [...relations.values()].find(({ type, target }) => type === wanted && archive.has(target))?.target;
  return { sheet, sharedStrings: targetOf('sharedStrings'), styles: targetOf('styles'), from1904 };
}

async function refuseOtherPackages(archive: ZipArchive, limits: TableLimits): Promise<void> {
  const names = archive.names();
  if (names.some((name) => name.endsWith('vbaproject.bin'))) throw fileRefusal('file.macros');
  if (names.some((name) => name.endsWith('workbook.bin'))) throw fileRefusal('file.binary_workbook');
  if (!archive.has(CONTENT_TYPES) || !archive.has(ROOT_RELATIONS)) throw fileRefusal('file.no_workbook');
  await readElements(archive, limits, [CONTENT_TYPES, 'content-types'], (_name, attributes) => {
    if (attributes.ContentType?.toLowerCase().includes('macroenabled')) throw fileRefusal('file.macros');
  });
}

async function readRelations(archive: ZipArchive, limits: TableLimits, name: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  if (!archive.has(name)) throw fileRefusal('file.no_workbook');
  const folder = name.slice(0, name.lastIndexOf('_rels/'));
  await readElements(archive, limits, [name, 'relations'], (element, { Id, Type, Target, TargetMode }) => {
    if (element !== 'Relationship' || TargetMode === 'External' || !Id || !Type || !Target) return;
    relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: resolvePart(folder, Target) });
  });
  return relations;
}

/** Resolves inside the archive only: a target is a key of its directory and never a path on the disk. */
function resolvePart(folder: string, target: string): string {
  const segments: string[] = [];
  const path = target.startsWith('/') ? target.slice(1) : folder + target;
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

function relationsOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

async function readWorkbook(
  archive: ZipArchive,
  limits: TableLimits,
  name: string,
): Promise<{ sheets: SheetEntry[]; from1904: boolean }> {
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  await readElements(archive, limits, [name, 'workbook'], (element, attributes) => {
    if (element === 'workbookPr') from1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
    if (element !== 'sheet') return;
    const relation = prefixedAttribute(attributes, 'id');
    if (!attributes.name || !relation) throw fileRefusal('file.workbook_malformed', { part: 'workbook' });
    const isVisible = (attributes.state ?? 'visible') === 'visible';
    sheets.push({ name: attributes.name.normalize('NFC'), relation, isVisible });
  });
  return { sheets, from1904 };
}

function chooseSheet(sheets: readonly SheetEntry[], wanted: string | undefined): SheetEntry {
  if (wanted !== undefined) {
    const named = sheets.find(({ name }) => name === wanted.normalize('NFC'));
    if (!named) throw fileRefusal('file.sheet_missing');
    return named;
  }
  const visible = sheets.find(({ isVisible }) => isVisible);
  if (!visible) throw fileRefusal('file.no_visible_sheet');
  return visible;
}

async function readElements(
  archive: ZipArchive,
  limits: TableLimits,
  [name, role]: readonly [string, PartRole],
  open: (element: string, attributes: XmlAttributes) => void,
): Promise<void> {
  await readXmlPart(archive.read(name, MAX_DESCRIPTION_BYTES), { role, limits }, { open });
}
