/**
 * Which words of the window's dictionary are read, and which words stand in the code instead of in it: found in the
 * compiler's own tree of the window, by the symbols it gives to names.
 */
import {
  API,
  SignatureKind,
  TypeFlags,
  type Checker,
  type Project,
  type Symbol,
  type Type,
} from "typescript/unstable/sync";
import { SyntaxKind, type Expression, type Node, type SourceFile } from "typescript/unstable/ast";
import {
  isArrowFunction,
  isBinaryExpression,
  isBindingElement,
  isCallExpression,
  isComputedPropertyName,
  isConditionalExpression,
  isElementAccessExpression,
  isIdentifier,
  isJsxAttribute,
  isJsxElement,
  isJsxExpression,
  isJsxFragment,
  isJsxText,
  isNewExpression,
  isNoSubstitutionTemplateLiteral,
  isObjectBindingPattern,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isReturnStatement,
  isSpreadAssignment,
  isStringLiteral,
  isTemplateExpression,
} from "typescript/unstable/ast/is";

/** Where the dictionary begins: the constant `en` of this file, from which every word is reached. */
const DICTIONARY = "src/renderer/words/en.ts";
const PROJECT = "src/renderer/tsconfig.json";

/** Attributes that a person reads or hears, and those of our own components that are handed on to them. */
const READ_ATTRIBUTES = new Set([
  "title",
  "alt",
  "placeholder",
  "label",
  "hint",
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "aria-valuetext",
]);

export interface Literal {
  /** `src/renderer/bar/TopBar.tsx:12`. */
  readonly where: string;
  readonly text: string;
}

export interface Reading {
  /** Words that nobody reads, as `display.theme`. */
  readonly unread: readonly string[];
  /** Text in a component that a person would read. */
  readonly literals: readonly Literal[];
  /** How many words the dictionary has. */
  readonly words: number;
}

/** @param planted files to be read in place of those on the disk, by their absolute paths */
export function readWords(root: string, planted: ReadonlyMap<string, string> = new Map()): Reading {
  const api = new API({ cwd: root, fs: { readFile: (file) => planted.get(file) } });
  try {
    const project = api.updateSnapshot({ openProjects: [`${root}/${PROJECT}`] }).getProject(`${root}/${PROJECT}`);
    if (project === undefined) throw new Error(`${PROJECT} could not be opened`);
    return new Reader(project, root).read();
  } finally {
    api.close();
  }
}

/** A word, or a table of words, where it is defined. */
interface Entry {
  readonly path: string;
  readonly isWord: boolean;
}

class Reader {
  readonly #project: Project;
  readonly #checker: Checker;
  readonly #root: string;
  /** By {@link keyOf} its definition. */
  readonly #entries = new Map<string, Entry>();
  readonly #read = new Set<string>();

  constructor(project: Project, root: string) {
    this.#project = project;
    this.#checker = project.checker;
    this.#root = root;
  }

  read(): Reading {
    this.#gather();
    const files = this.#files();
    const literals = files.flatMap((file) => {
      this.#readNames(file);
      this.#readPatterns(file);
      this.#readTables(file);
      return file.fileName.endsWith(".tsx") ? this.#literalsIn(file) : [];
    });
    const words = [...this.#entries.values()].filter(({ isWord }) => isWord).map(({ path }) => path);
    return { unread: words.filter((path) => !this.#read.has(path)), literals, words: words.length };
  }

  #files(): SourceFile[] {
    const within = `${this.#root}/src/renderer/`;
    return this.#project.program.getSourceFileNames().flatMap((name) => {
      if (!name.startsWith(within) || /\.test\.tsx?$/.test(name)) return [];
      return this.#project.program.getSourceFile(name) ?? [];
    });
  }

  #gather(): void {
    const file = this.#project.program.getSourceFile(`${this.#root}/${DICTIONARY}`);
    const module = file === undefined ? undefined : this.#checker.getSymbolAtLocation(file);
    const dictionary = module === undefined ? undefined : this.#checker.getMemberInModuleExports(module, "en");
    if (dictionary === undefined) throw new Error(`${DICTIONARY} has no dictionary`);
    this.#gatherFrom(this.#checker.getTypeOfSymbol(dictionary), "");
    if (this.#entries.size === 0) throw new Error(`${DICTIONARY} has no words`);
  }

  #gatherFrom(type: Type | undefined, above: string): void {
    if (type === undefined) return;
    for (const symbol of this.#checker.getPropertiesOfType(type)) {
      const path = above === "" ? symbol.name : `${above}.${symbol.name}`;
      const own = this.#checker.getTypeOfSymbol(symbol);
      const parts =
        own === undefined || isText(own) || this.#isSentence(own) ? [] : this.#checker.getPropertiesOfType(own);
      const key = keyOf(symbol);
      // A table whose names are data, as currencies, is one word.
      if (key !== null) this.#entries.set(key, { path, isWord: parts.length === 0 });
      if (parts.length > 0) this.#gatherFrom(own, path);
    }
  }

  #isSentence(type: Type): boolean {
    return this.#checker.getSignaturesOfType(type, SignatureKind.Call).length > 0;
  }

  #entryOf(symbol: Symbol | undefined): Entry | null {
    const key = symbol === undefined ? null : keyOf(symbol);
    return key === null ? null : (this.#entries.get(key) ?? null);
  }

  /** `bar.undo`, `amounts["which-unit"]`: the last name of a chain that ends at a word. */
  #readNames(file: SourceFile): void {
    const names = nodesIn(file).flatMap((node): Node[] =>
      isPropertyAccessExpression(node)
        ? [node.name]
        : isElementAccessExpression(node) && isStringLiteral(node.argumentExpression)
          ? [node.argumentExpression]
          : [],
    );
    for (const symbol of this.#checker.getSymbolAtLocation(names)) {
      const entry = this.#entryOf(symbol);
      if (entry?.isWord === true) this.#read.add(entry.path);
    }
  }

  /** `const { undo, redo: again } = bar`. */
  #readPatterns(file: SourceFile): void {
    const patterns = nodesIn(file).filter(isObjectBindingPattern);
    const types = this.#checker.getTypeAtLocation(patterns);
    for (const [index, pattern] of patterns.entries()) {
      const type = types[index];
      if (type === undefined) continue;
      for (const element of pattern.elements) {
        if (!isBindingElement(element) || element.dotDotDotToken !== undefined) continue;
        const name = element.propertyName ?? element.name;
        if (name === undefined || !(isIdentifier(name) || isStringLiteral(name))) continue;
        const entry = this.#entryOf(this.#checker.getPropertyOfType(type, name.text));
        if (entry?.isWord === true) this.#read.add(entry.path);
      }
    }
  }

  /** Tables that are asked by a name known only later, `bar.views[view]`, or handed to what knows nothing of the dictionary. */
  #readTables(file: SourceFile): void {
    const asked: Node[] = [];
    const handed: Node[] = [];
    for (const node of nodesIn(file)) {
      if (isElementAccessExpression(node) && !isStringLiteral(node.argumentExpression)) asked.push(node.expression);
      if (isChain(node) && isHandedOn(node)) handed.push(node);
    }
    for (const table of this.#tablesAt(asked)) this.#readAll(table.type);
    for (const { node, type } of this.#tablesAt(handed)) {
      const expected = this.#checker.getContextualType(node as Expression);
      if (expected === undefined || !this.#isTable(expected)) this.#readBy(type, expected);
    }
  }

  #tablesAt(nodes: readonly Node[]): { readonly node: Node; readonly type: Type }[] {
    const types = this.#checker.getTypeAtLocation(nodes);
    return nodes.flatMap((node, index) => {
      const type = types[index];
      return type !== undefined && this.#isTable(type) ? [{ node, type }] : [];
    });
  }

  readonly #tables = new Map<Type, boolean>();

  #isTable(type: Type): boolean {
    const known = this.#tables.get(type);
    if (known !== undefined) return known;
    const isTable =
      !isText(type) && this.#checker.getPropertiesOfType(type).some((part) => this.#entryOf(part) !== null);
    this.#tables.set(type, isTable);
    return isTable;
  }

  #readAll(type: Type): void {
    for (const part of this.#checker.getPropertiesOfType(type)) {
      const entry = this.#entryOf(part);
      // A table of tables is asked further, which is seen where it is done.
      if (entry?.isWord === true) this.#read.add(entry.path);
    }
  }

  /** What another type than the dictionary's own takes of a table; one that names nothing takes every word. */
  #readBy(type: Type, expected: Type | undefined): void {
    const wanted = expected === undefined ? [] : this.#checker.getPropertiesOfType(expected);
    const taken = wanted.flatMap(({ name }) => this.#checker.getPropertyOfType(type, name) ?? []);
    if (taken.length === 0) this.#readAll(type);
    for (const part of taken) {
      const entry = this.#entryOf(part);
      if (entry?.isWord === true) this.#read.add(entry.path);
      const inner = entry?.isWord === false ? this.#checker.getTypeOfSymbol(part) : undefined;
      const other = wanted.find(({ name }) => name === part.name);
      if (inner !== undefined)
        this.#readBy(inner, other === undefined ? undefined : this.#checker.getTypeOfSymbol(other));
    }
  }

  #literalsIn(file: SourceFile): Literal[] {
    const found: Literal[] = [];
    const tell = (node: Node, text: string): void => {
      if (!/\p{L}/u.test(text)) return;
      const line = file.text.slice(0, node.end).split("\n").length;
      found.push({ where: `${file.fileName.slice(this.#root.length + 1)}:${line}`, text: text.trim() });
    };
    for (const node of nodesIn(file)) {
      if (isJsxText(node)) tell(node, node.text);
      else if (isJsxAttribute(node)) {
        const name = isIdentifier(node.name) ? node.name.text : file.text.slice(node.name.pos, node.name.end).trim();
        if (READ_ATTRIBUTES.has(name) && node.initializer !== undefined)
          for (const text of textsOf(node.initializer)) tell(node, text);
      } else if (isJsxExpression(node) && isChild(node) && node.expression !== undefined) {
        for (const text of textsOf(node.expression)) tell(node, text);
      }
    }
    return found;
  }
}

/** The strings that an expression may come to; what is asked of something else is not one of them. */
function textsOf(node: Node): string[] {
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  if (isJsxExpression(node)) return node.expression === undefined ? [] : textsOf(node.expression);
  if (isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (isBinaryExpression(node)) {
    const isComparison = ![
      SyntaxKind.PlusToken,
      SyntaxKind.BarBarToken,
      SyntaxKind.QuestionQuestionToken,
      SyntaxKind.AmpersandAmpersandToken,
    ].includes(node.operatorToken.kind);
    return isComparison ? [] : [...textsOf(node.left), ...textsOf(node.right)];
  }
  return [];
}

const isChild = ({ parent }: Node): boolean => isJsxElement(parent) || isJsxFragment(parent);

/** A name, or a chain of names. */
const isChain = (node: Node): boolean =>
  isIdentifier(node) || isPropertyAccessExpression(node) || isElementAccessExpression(node);

/** Whether a chain ends here and its value goes elsewhere as a whole. */
function isHandedOn(node: Node): boolean {
  const { parent } = node;
  if (isCallExpression(parent) || isNewExpression(parent)) return parent.expression !== node;
  if (isPropertyAssignment(parent)) return parent.initializer === node && !isComputedPropertyName(parent.name);
  if (isArrowFunction(parent)) return parent.body === node;
  return isJsxExpression(parent) || isReturnStatement(parent) || isSpreadAssignment(parent);
}

/** String and template types have properties too, as `length`. */
const isText = (type: Type): boolean => (type.flags & TypeFlags.StringLike) !== 0;

/** What tells definitions apart: mapped types keep the definition of what they were made from. */
const keyOf = ({ declarations: [first] }: Symbol): string | null =>
  first === undefined ? null : `${first.path}:${first.index}`;

const trees = new WeakMap<SourceFile, readonly Node[]>();

/** Every node of a file. */
function nodesIn(file: SourceFile): readonly Node[] {
  const known = trees.get(file);
  if (known !== undefined) return known;
  const nodes: Node[] = [];
  const visit = (node: Node): void => {
    nodes.push(node);
    node.forEachChild(visit);
  };
  visit(file);
  trees.set(file, nodes);
  return nodes;
}
