import { createHash } from 'crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from 'zlib';
import { mediaTypeOf, readAttachment } from '../../../core/card/attachment.js';
import { photoOrigin, withoutPlace } from '../../../core/card/exif.js';
import { heic, jpeg, pdf, png, tiff, webp } from './pictures.js';

const SHANGHAI_TOWER = { latitude: 31.233528, longitude: 121.505556 };
const contents = [['image/jpeg', jpeg(tiff())], ['image/png', png(tiff())], ['image/webp', webp(tiff())], ['image/heic', heic(tiff())]] as const;

describe('attachments', () => {
	it.each(contents)('S2: %s is recognised by its content, with time and place', (mediaType, bytes) => {
		const reading = readAttachment(bytes, { name: 'report.docx' });
		expect(reading).toMatchObject({ ok: true, attachment: { mediaType, kind: 'photo', takenAt: '2026-03-06T09:12:30+08:00', place: SHANGHAI_TOWER, sha256: createHash('sha256').update(bytes).digest('hex') } });
	});

	it('S2: a PDF is a report, whatever its name says; anything else is refused', () => {
		expect(readAttachment(pdf(), { name: 'photo.jpg' })).toMatchObject({ ok: true, attachment: { mediaType: 'application/pdf', kind: 'report' } });
		expect(readAttachment(pdf(), { name: 'a.pdf', kind: 'photo' }).ok).toBe(false);
		for (const text of ['<svg xmlns="x"/>', 'GIF89a......', 'MZ', '\0\0\0\x18ftypavif\0\0\0\0mif1', 'PK']) {
			const reading = readAttachment(Uint8Array.from(text, (character) => character.charCodeAt(0)), { name: 'photo.jpg' });
			expect(reading.ok ? '' : reading.message['zh-CN']).toContain('按内容判断不是');
		}
		expect(readAttachment(new Uint8Array(), { name: 'x' }).ok).toBe(false);
	});

	it('S2: a file over the limit is refused with both sizes', () => {
		const reading = readAttachment(jpeg(tiff()), { name: 'big.jpg', maximumBytes: 100 });
		expect(reading.ok ? '' : reading.message.en).toContain('more than the 0.1 MB allowed');
	});

	it.each(contents)('S2: the place is taken out of %s, and nothing else changes', (mediaType, bytes) => {
		const reading = readAttachment(bytes, { name: 'a', removePlace: true });
		if (!reading.ok) throw new Error('refused');
		expect(reading.attachment).toMatchObject({ mediaType, placeRemoved: true, takenAt: '2026-03-06T09:12:30+08:00' });
		expect(reading.attachment).not.toHaveProperty('place');
		expect(photoOrigin(reading.bytes).place).toBeNull();
		expect(reading.bytes).toHaveLength(bytes.length);
		expect(reading.attachment.sha256).not.toBe(createHash('sha256').update(bytes).digest('hex'));
		expect(Buffer.from(reading.bytes).includes(Buffer.from('GPS'))).toBe(false);
		const differing = bytes.reduce((count, byte, index) => count + (byte === reading.bytes[index] ? 0 : 1), 0);
		expect(differing).toBeLessThan(300);
		expect(photoOrigin(bytes).place).toEqual(SHANGHAI_TOWER);
	});

	it('S2: the check sums of a PNG hold after the place was taken out', () => {
		const cleaned = withoutPlace(png(tiff()));
		const view = new DataView((cleaned ?? new Uint8Array(8)).slice().buffer);
		for (let at = 8; at < view.byteLength; at += 12 + view.getUint32(at)) {
			const length = view.getUint32(at);
			expect(view.getUint32(at + 8 + length)).toBe(crc32(new Uint8Array(view.buffer, at + 4, 4 + length)));
		}
	});

	it('S2: south and west are negative; big-endian files are read too; nothing to remove is said', () => {
		expect(photoOrigin(jpeg(tiff({ latitudeRef: 'S', longitudeRef: 'W', little: false })))).toEqual({ takenAt: '2026-03-06T09:12:30+08:00', place: { latitude: -SHANGHAI_TOWER.latitude, longitude: -SHANGHAI_TOWER.longitude } });
		const plain = jpeg(null);
		expect(withoutPlace(plain)).toBeNull();
		expect(readAttachment(plain, { name: 'a', removePlace: true })).toMatchObject({ ok: true, bytes: plain });
	});

	it('S2: whatever the bytes are, reading ends with an answer', () => {
		const whole = jpeg(tiff());
		fc.assert(
			fc.property(fc.array(fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) }), { maxLength: 12 }), fc.nat(whole.length), (damages, length) => {
				const bytes = whole.slice(0, length);
				for (const { at, byte } of damages) if (at < bytes.length) bytes[at] = byte;
				photoOrigin(bytes);
				withoutPlace(bytes);
				mediaTypeOf(bytes);
			}),
			{ numRuns: 2000 },
		);
	});
});
