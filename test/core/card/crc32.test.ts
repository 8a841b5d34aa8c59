import { crc32 as known } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crc32 } from '../../../core/card/crc32.js';

it('S2: check sums of PNG chunks are those of zlib', () => {
	fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => crc32(bytes) === known(bytes)));
	expect(crc32(new TextEncoder().encode('IEND'))).toBe(0xae_42_60_82);
});
