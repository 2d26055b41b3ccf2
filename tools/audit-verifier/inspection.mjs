// One pass over the leaves: their indexes must count up, and each checkpoint must be met with its root.
import { GrowingTree } from './merkle.mjs';

/** How many leaf hashes are kept behind the last checkpoint that was met, to find out what happened between two. */
const WINDOW = 4096;
/** How many leaves behind a damaged stretch are kept as well: what was put in pushes the others on. */
const BEYOND = 256;
/** A file that is out of order everywhere is not worth a longer list. */
const LONGEST_LIST = 1000;

export class Inspection {
  /** @param checkpoints believed ones, by size. */
  constructor(checkpoints) {
    this.waiting = checkpoints.filter(({ size }) => size > 0);
    this.count = 0;
    this.order = new IndexOrder();
    this.tree = new GrowingTree();
    /** The tree at the last checkpoint that was met, and the leaves since. */
    this.met = new GrowingTree();
    this.window = [];
    this.damage = undefined;
  }

  /** How many leaves are proven by a checkpoint. */
  get verified() {
    return this.met.size;
  }

  add({ index, leaf }) {
    this.count += 1;
    this.order.see(index, this.count - 1);
    if (this.damage !== undefined) this.#keepBeyondDamage(leaf);
    else if (this.order.isUnbroken) this.#grow(leaf);
  }

  #grow(leaf) {
    this.tree.add(leaf);
    if (this.window.length <= WINDOW) this.window.push(leaf);
    if (this.waiting[0]?.size === this.tree.size) this.#compare();
  }

  /** Of two stories told for one size the export may be either; that they are two is found elsewhere. */
  #compare() {
    const here = this.waiting.filter(({ size }) => size === this.tree.size);
    this.waiting.splice(0, here.length);
    const root = this.tree.root();
    if (here.some((checkpoint) => checkpoint.root.equals(root))) {
      this.met = this.tree.copy();
      this.window = [];
    } else {
      this.damage = { from: this.met.size, to: this.tree.size, root: here[0].root };
    }
  }

  #keepBeyondDamage(leaf) {
    const { from, to } = this.damage;
    if (this.window.length <= WINDOW && this.window.length < to - from + BEYOND) this.window.push(leaf);
  }

  /** The leaves since the last checkpoint met, if they were few enough to keep all of them; else undefined. */
  get leavesSinceMet() {
    return this.window.length > WINDOW ? undefined : this.window;
  }
}

/** What the indexes written in the lines say, apart from any hash. */
class IndexOrder {
  constructor() {
    this.next = 0;
    this.isUnbroken = true;
    this.gaps = [];
    this.repeated = [];
    this.misplaced = [];
    /** Lines whose index is not their number: when nothing is missing or double, exactly those that were moved. */
    this.displaced = [];
    this.gapsLeftOut = 0;
  }

  see(index, line) {
    if (index !== line) this.#note(this.displaced, { index, line });
    if (index === this.next) {
      this.next += 1;
      return;
    }
    this.isUnbroken = false;
    if (index > this.next) this.#jump(index);
    else if (this.#fill(index)) this.#note(this.misplaced, { index, line });
    else this.#note(this.repeated, { index, line });
  }

  #note(list, place) {
    if (list.length < LONGEST_LIST) list.push(place);
  }

  #jump(index) {
    if (this.gaps.length < LONGEST_LIST) this.gaps.push({ from: this.next, to: index });
    else this.gapsLeftOut += 1;
    this.next = index + 1;
  }

  /** @returns whether this index was missing until now. */
  #fill(index) {
    const at = this.gaps.findIndex(({ from, to }) => from <= index && index < to);
    if (at < 0) return false;
    const { from, to } = this.gaps[at];
    const rest = [
      { from, to: index },
      { from: index + 1, to },
    ];
    this.gaps.splice(at, 1, ...rest.filter((gap) => gap.from < gap.to));
    return true;
  }
}
