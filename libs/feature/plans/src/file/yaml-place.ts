import { type Node, type Pair, type YAMLMap, isAlias, isMap, isScalar, isSeq } from 'yaml';
import { type FaultFacts, type PlanFaultCode } from './plan-fault.js';

/** Takes down a fault at an offset of the text. */
export type Complain = (at: { offset: number; path: string }, code: PlanFaultCode, facts: FaultFacts) => void;

/** One spot of a YAML text: the value that stands there, its path, and where to point when it is wrong. */
export class YamlPlace {
  constructor(
    readonly node: Node | null,
    readonly path: string,
    private readonly offset: number,
    private readonly complain: Complain,
  ) {}

  /** Takes down a fault here. @returns `undefined`, so that a rule can end with it. */
  refuse(code: PlanFaultCode, facts: FaultFacts = {}): undefined {
    this.complain({ offset: this.node?.range?.[0] ?? this.offset, path: this.path }, code, facts);
    return undefined;
  }

  /** @returns the entries of a map, in the order of the text; `undefined` (and a fault) when it is none. */
  entries(): readonly YamlEntry[] | undefined {
    const node = this.node;
    if (isAlias(node)) return this.refuse('alias');
    if (!isMap(node)) return this.refuse('not-a-map');
    return (node as YAMLMap<Node, Node | null>).items.map((pair) => this.entry(pair));
  }

  /** @returns the items of a list; `undefined` (and a fault) when it is none. */
  items(): readonly YamlPlace[] | undefined {
    const node = this.node;
    if (isAlias(node)) return this.refuse('alias');
    if (!isSeq(node)) return this.refuse('not-a-list');
    return (node.items as (Node | null)[]).map((item, index) =>
      this.below(item, `${this.path}[${index}]`, this.offset),
    );
  }

  /** @returns the text of a scalar as written; `undefined` (and a fault) for a map, a list or an alias. */
  text(): string | undefined {
    if (isAlias(this.node)) return this.refuse('alias');
    if (this.node === null) return '';
    return this.word() ?? this.refuse('not-a-text');
  }

  /** @returns the text of a scalar without complaint, or `undefined`. */
  word(): string | undefined {
    return isScalar(this.node) && typeof this.node.value === 'string' ? this.node.value : undefined;
  }

  /** @returns the place below that key without complaint, or `undefined` when there is none. */
  find(key: string): YamlPlace | undefined {
    if (!isMap(this.node)) return undefined;
    return this.entries()?.find((entry) => entry.key === key)?.value;
  }

  private entry({ key, value }: Pair<Node, Node | null>): YamlEntry {
    const name = isScalar(key) ? String(key.value) : String(key);
    const path = this.path ? `${this.path}.${name}` : name;
    const offset = key.range?.[0] ?? this.offset;
    return { key: name, keyPlace: this.below(key, path, offset), value: this.below(value, path, offset) };
  }

  private below(node: Node | null, path: string, offset: number): YamlPlace {
    return new YamlPlace(node, path, offset, this.complain);
  }
}

export interface YamlEntry {
  readonly key: string;
  readonly keyPlace: YamlPlace;
  readonly value: YamlPlace;
}
