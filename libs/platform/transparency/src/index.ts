export { type CanonicalValue, canonicalJson } from './canonical-json.js';
export {
  type Checkpoint,
  type OpenedCheckpoint,
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
} from './checkpoint.js';
export { CompactRange, joinSubtrees } from './compact-range.js';
export { type CosigningRequest, cosignCheckpoint } from './cosign-checkpoint.js';
export { EXPORT_FORMAT, exportHeader, exportLine } from './export-lines.js';
export { type LeafRange, consistencyRanges, inclusionRanges, perfectSubtrees } from './leaf-range.js';
export { EMPTY_ROOT, HASH_SIZE, leafHash, nodeHash } from './merkle-hash.js';
export { type SignatureType, SignerKey, VerifierKey } from './note-key.js';
export {
  type NoteSignature,
  type SignedNote,
  type VerifiedSignature,
  cosignNote,
  formatNote,
  openNote,
  parseNote,
  signNote,
} from './signed-note.js';
export { consistencyProof, inclusionProof, rootsOfRanges } from './tree-proof.js';
export { type ConsistencyClaim, type InclusionClaim, verifyConsistency, verifyInclusion } from './verify-proof.js';
