/** Remainders of every byte for the reversed polynomial of ISO 3309, as PNG uses it. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let remainder = byte;
	for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xed_b8_83_20 : remainder >>> 1;
	return remainder;
});

/** CRC-32 of a chunk of a PNG file (PNG specification, annex D). n8n gives community nodes no `zlib` to ask. */
export function crc32(bytes: Uint8Array): number {
	let crc = 0xff_ff_ff_ff;
	for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
	return (crc ^ 0xff_ff_ff_ff) >>> 0;
}
