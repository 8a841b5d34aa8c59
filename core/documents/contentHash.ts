import { createHash } from 'crypto';

/** SHA-256 and size of content that arrives in pieces; nothing of it is kept. */
export interface ContentHash {
	write(chunk: Uint8Array): void;
	end(): { readonly sha256: string; readonly size: number };
}

export function createContentHash(): ContentHash {
	const hash = createHash('sha256');
	let size = 0;
	return {
		write(chunk) {
			size += chunk.length;
			hash.update(chunk);
		},
		end: () => ({ sha256: hash.digest('hex'), size }),
	};
}
