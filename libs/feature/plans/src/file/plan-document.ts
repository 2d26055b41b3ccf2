import { type Document, LineCounter, type Node, Scalar, parseDocument, visit } from 'yaml';
import { type Plan } from '#libs/domain/performance';
import { type PlanFault, type PlanFaultCode, inReadingOrder } from './plan-fault.js';
import { planShape } from './plan-shape.js';
import { type Complain, YamlPlace } from './yaml-place.js';

/** One file as read: the plan when nothing is wrong with the file by itself, every fault otherwise. */
export interface PlanDocument {
  readonly file: string;
  /** The plan's id, also of a faulty file where it can be read. */
  readonly id?: string;
  readonly plan?: Plan;
  readonly faults: readonly PlanFault[];
  /** Line and column of the value at a path such as `parent.planId`, or of the file's start. */
  readonly placeOf: (path: readonly string[]) => { line: number; column: number };
}

const CODES: Readonly<Record<string, PlanFaultCode>> = {
  DUPLICATE_KEY: 'duplicate-key',
  MULTIPLE_DOCS: 'several-documents',
  TAG_RESOLVE_FAILED: 'tag',
};

/**
 * Reads the text of one plan file. Never throws: what is wrong is in `faults`.
 * @param file the name by which the faults call it.
 */
export function readPlanText(file: string, text: string): PlanDocument {
  const lines = new LineCounter();
  const placeAt = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const faults = tabsOf(file, text);
  const complain: Complain = ({ offset, path }, code, facts) => {
    faults.push({ file, ...placeAt(offset), path, code, facts });
  };
  const document = faults.length === 0 ? parsed(text, lines, complain) : undefined;
  const root = document?.contents ? new YamlPlace(document.contents, '', 0, complain) : undefined;
  const plan = document && readRoot(root, complain);
  const id = root?.find('id')?.word();
  return {
    file,
    ...(id !== undefined && { id }),
    ...(plan && faults.length === 0 && { plan }),
    faults: inReadingOrder(faults),
    placeOf: (path) => placeAt((document?.getIn(path, true) as Node | undefined)?.range?.[0] ?? 0),
  };
}

function readRoot(root: YamlPlace | undefined, complain: Complain): Plan | undefined {
  if (root) return planShape(root);
  complain({ offset: 0, path: '' }, 'empty', {});
  return undefined;
}

/** @returns `undefined` when YAML does not understand the text: reading on would only give consequential faults. */
function parsed(text: string, lines: LineCounter, complain: Complain): Document.Parsed | undefined {
  const syntax = (offset: number, message: string): void => complain({ offset, path: '' }, 'syntax', { message });
  try {
    const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe', prettyErrors: false });
    const wrong = [...document.errors, ...document.warnings];
    const unknown = wrong.filter(({ code }) => !(code in CODES));
    unknown.forEach(({ message, pos }) => syntax(startOfQuotation(document, message, pos[0]), message));
    if (unknown.length > 0) return undefined;
    wrong.forEach(({ code, pos }) => complain({ offset: pos[0], path: '' }, CODES[code] ?? 'syntax', {}));
    return wrong.some(({ code }) => code === 'MULTIPLE_DOCS') ? undefined : document;
  } catch (error) {
    // Thousands of nested brackets exhaust the parser's stack.
    if (!(error instanceof RangeError)) throw error;
    syntax(0, error.message);
    return undefined;
  }
}

/** YAML misses a closing quotation mark at the end of the text; the reader of the fault looks for where it opens. */
function startOfQuotation(document: Document.Parsed, message: string, offset: number): number {
  let start = offset;
  if (!/closing .quote/.test(message)) return start;
  visit(document, {
    Scalar: (_key, { type, range }) => {
      const quoted = type === Scalar.QUOTE_SINGLE || type === Scalar.QUOTE_DOUBLE;
      if (quoted && range && range[0] < start && start <= range[2]) start = range[0];
    },
  });
  return start;
}

function tabsOf(file: string, text: string): PlanFault[] {
  return text.split('\n').flatMap((content, index) => {
    const column = content.indexOf('\t') + 1;
    return column === 0 ? [] : [{ file, line: index + 1, column, path: '', code: 'tab' as const, facts: {} }];
  });
}
