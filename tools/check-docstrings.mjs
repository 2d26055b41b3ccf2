// Every function and class that a library's src/index.ts lets out carries a docstring: what goes in and out (units,
// shapes), what it throws, its source. Types explain themselves by their fields.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { repositoryFiles } from './repository-files.mjs';

const CONFIGURATION = 'tsconfig.json';
const FRONT_DOOR = /^libs\/[^/]+\/[^/]+\/src\/index\.ts$/;

function compile() {
  const { config } = ts.readConfigFile(CONFIGURATION, (file) => readFileSync(file, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(CONFIGURATION));
  return ts.createProgram(
    repositoryFiles().filter((file) => FRONT_DOOR.test(file)),
    options,
  );
}

function isCallable(declaration) {
  if (ts.isFunctionDeclaration(declaration) || ts.isClassDeclaration(declaration)) return true;
  const value = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value));
}

function hasDocstring(declaration) {
  return ts
    .getJSDocCommentsAndTags(declaration)
    .some((doc) => ts.isJSDoc(doc) && doc.getText().length > '/** */'.length);
}

/** A name that another library lets out again is judged where it was declared. */
function declarationsOf(symbol, checker) {
  const declared = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return declared.declarations ?? [];
}

function placeOf(declaration) {
  const source = declaration.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(declaration.getStart());
  return `${path.relative('.', source.fileName)}:${line + 1}`;
}

const program = compile();
const checker = program.getTypeChecker();
const fronts = program.getRootFileNames().map((file) => checker.getSymbolAtLocation(program.getSourceFile(file)));
const exported = fronts.filter(Boolean).flatMap((front) => checker.getExportsOfModule(front));
const callable = exported.flatMap((symbol) =>
  declarationsOf(symbol, checker)
    .filter((declaration) => !declaration.getSourceFile().isDeclarationFile && isCallable(declaration))
    .map((declaration) => ({ name: symbol.name, declaration })),
);
const undocumented = callable.filter(({ declaration }) => !hasDocstring(declaration));
for (const { name, declaration } of undocumented) console.error(`${placeOf(declaration)}: ${name} has no docstring`);
console.log(`${callable.length} exported functions and classes, ${undocumented.length} without a docstring`);
process.exitCode = undocumented.length > 0 ? 1 : 0;
