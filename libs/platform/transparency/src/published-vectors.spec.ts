import { CompactRange, EMPTY_ROOT, type LeafRange, inclusionProof, leafHash, nodeHash } from './index.js';
import { consistencyProof, verifyConsistency, verifyInclusion } from './index.js';

/** The leaves, nodes and roots that the Certificate Transparency reference code published for RFC 6962. */
const CONTENTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const LEAVES = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  '0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7',
  '07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7',
  'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  '4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658',
  'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
  '46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1',
];
const NODES: Readonly<Record<string, string>> = {
  '0-2': 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  '2-4': '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  '4-6': '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
  '6-8': 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
  '0-4': 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4-8': '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  '0-8': '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
};

const leaves = CONTENTS.map((content) => leafHash(Buffer.from(content, 'hex')));
const hex = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString('hex'));
const bytes = (text: string | undefined): Buffer => Buffer.from(text ?? '', 'hex');

describe('RFC 6962, published vectors', () => {
  it('hashes the empty tree', () => {
    expect(EMPTY_ROOT.toString('hex')).toBe(ROOTS[0]);
    expect(new CompactRange().root().toString('hex')).toBe(ROOTS[0]);
  });

  it('hashes an empty leaf, a leaf and a node (the vectors of the reference hasher)', () => {
    expect(leafHash(Buffer.alloc(0)).toString('hex')).toBe(LEAVES[0]);
    expect(leafHash(Buffer.from('L123456')).toString('hex')).toBe(
      '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
    );
    expect(nodeHash(Buffer.from('N123'), Buffer.from('N456')).toString('hex')).toBe(
      'aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb',
    );
  });

  it('hashes the eight leaves', () => {
    expect(hex(leaves)).toEqual(LEAVES);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('gives the root of %d leaves', (size) => {
    const tree = new CompactRange();
    for (const leaf of leaves.slice(0, size)) tree.append(leaf);
    expect(tree.root().toString('hex')).toBe(ROOTS[size]);
  });

  it('reports every perfect subtree once, with its hash', () => {
    const tree = new CompactRange();
    const reported: Record<string, string> = {};
    const note = ({ start, end }: LeafRange, hash: Buffer): void => {
      if (end - start > 1) reported[`${start}-${end}`] = hash.toString('hex');
    };
    for (const leaf of leaves) tree.append(leaf, note);
    expect(reported).toEqual(NODES);
  });

  it.each([
    { index: 0, size: 8, proof: [LEAVES[1], NODES['2-4'], NODES['4-8']] },
    { index: 5, size: 8, proof: [LEAVES[4], NODES['6-8'], NODES['0-4']] },
    { index: 2, size: 3, proof: [NODES['0-2']] },
    { index: 1, size: 5, proof: [LEAVES[0], NODES['2-4'], LEAVES[4]] },
    { index: 0, size: 1, proof: [] },
  ])('proves leaf $index of $size', ({ index, size, proof }) => {
    expect(hex(inclusionProof(leaves, index, size))).toEqual(proof);
    const claim = { leaf: bytes(LEAVES[index]), index, size, root: bytes(ROOTS[size]), proof: proof.map(bytes) };
    expect(verifyInclusion(claim)).toBe(true);
  });

  it.each([
    { from: 1, to: 1, proof: [] },
    { from: 1, to: 8, proof: [LEAVES[1], NODES['2-4'], NODES['4-8']] },
    { from: 6, to: 8, proof: [NODES['4-6'], NODES['6-8'], NODES['0-4']] },
    { from: 2, to: 5, proof: [NODES['2-4'], LEAVES[4]] },
    { from: 0, to: 5, proof: [] },
  ])('proves that $from leaves are the beginning of $to', ({ from, to, proof }) => {
    expect(hex(consistencyProof(leaves, from, to))).toEqual(proof);
    const [oldRoot, newRoot] = [bytes(ROOTS[from]), bytes(ROOTS[to])];
    const claim = { oldSize: from, oldRoot, newSize: to, newRoot, proof: proof.map(bytes) };
    expect(verifyConsistency(claim)).toBe(true);
  });
});
