export { appendAllToChain, appendToChain, chainHash, GENESIS_HASH, hashText, type ChainedEvent, type ChainHead, type ChainLink } from './chain.js';
export { verifyChain, type ChainFault, type ChainFaultKind, type ChainVerdict, type VerifyOptions } from './verify.js';
