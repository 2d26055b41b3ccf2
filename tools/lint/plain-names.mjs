import path from 'node:path';

/** Words that name no thing: whoever reads them must open the file to learn what is inside. */
const EMPTY_WORDS = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'manager', 'data', 'info', 'misc']);
/** TypeORM's own words: its data source, and `manager` alone for its entity manager. */
const TERM = /data[-_]?source/gi;
const ALLOWED_ALONE = new Set(['manager']);

const wordsOf = (name) =>
  name
    .replace(TERM, 'source')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_.]/);

const emptyWordIn = (name) =>
  ALLOWED_ALONE.has(name) ? undefined : wordsOf(name).find((word) => EMPTY_WORDS.has(word));

/** ESLint rule: files, classes, types and functions carry no empty word; variables and parameters are not one. */
export const plainNames = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      file: 'File name "{{name}}": "{{word}}" says nothing about what is inside.',
      name: 'Name "{{name}}": "{{word}}" says nothing about what it is.',
    },
  },
  create(context) {
    const checkName = (node, alone) => {
      if (node?.type !== 'Identifier') return;
      const word = emptyWordIn(node.name);
      const isWholeName = word === node.name.toLowerCase();
      if (word && (isWholeName || !alone)) context.report({ node, messageId: 'name', data: { name: node.name, word } });
    };
    const checkParameters = (node) => node.params.forEach((parameter) => checkName(parameter, true));
    const isFunction = (node) => ['ArrowFunctionExpression', 'FunctionExpression'].includes(node?.type);
    return {
      Program(node) {
        const name = path.basename(context.filename);
        const word = emptyWordIn(name);
        if (word) context.report({ node, messageId: 'file', data: { name, word } });
      },
      'ClassDeclaration, TSInterfaceDeclaration, TSTypeAliasDeclaration, TSEnumDeclaration': (node) =>
        checkName(node.id, false),
      FunctionDeclaration(node) {
        checkName(node.id, false);
        checkParameters(node);
      },
      'ArrowFunctionExpression, FunctionExpression': checkParameters,
      MethodDefinition: (node) => checkName(node.key, false),
      VariableDeclarator: (node) => checkName(node.id, !isFunction(node.init)),
    };
  },
};
