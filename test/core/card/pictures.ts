import { crc32 } from 'zlib';

/*
 * The smallest files that carry what a camera notes: written here byte by byte, so that the reader is not held against its own kind.
 */

const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));

interface Taken {
	readonly latitudeRef?: string;
	readonly longitudeRef?: string;
	readonly little?: boolean;
}

/** EXIF of a photo taken on 2026-03-06 at 09:12:30+08:00 at 31°14'0.7" 121°30'20". */
export function tiff({ latitudeRef = 'N', longitudeRef = 'E', little = true }: Taken = {}): Uint8Array {
	const bytes = new Uint8Array(512);
	const view = new DataView(bytes.buffer);
	const short = (at: number, value: number): void => view.setUint16(at, value, little);
	const long = (at: number, value: number): void => view.setUint32(at, value, little);
	const text = (at: number, value: string): void => bytes.set(ascii(`${value}\0`), at);
	const directory = (at: number, entries: ReadonlyArray<readonly [tag: number, type: number, count: number, value: number | string]>): void => {
		short(at, entries.length);
		entries.forEach(([tag, type, count, value], index) => {
			const position = at + 2 + index * 12;
			short(position, tag);
			short(position + 2, type);
			long(position + 4, count);
			if (typeof value === 'string') text(position + 8, value);
			else long(position + 8, value);
		});
	};
	const rationals = (at: number, values: ReadonlyArray<readonly [number, number]>): void => values.forEach(([numerator, denominator], index) => {
		long(at + index * 8, numerator);
		long(at + index * 8 + 4, denominator);
	});
	bytes.set(ascii(little ? 'II' : 'MM'), 0);
	short(2, 42);
	long(4, 8);
	directory(8, [[0x0132, 2, 20, 60], [0x8769, 4, 1, 100], [0x8825, 4, 1, 200]]);
	text(60, '2026:03:07 10:00:00');
	directory(100, [[0x9003, 2, 20, 140], [0x9011, 2, 7, 164]]);
	text(140, '2026:03:06 09:12:30');
	text(164, '+08:00');
	directory(200, [[1, 2, 2, latitudeRef], [2, 5, 3, 300], [3, 2, 2, longitudeRef], [4, 5, 3, 330]]);
	rationals(300, [[31, 1], [14, 1], [70, 100]]);
	rationals(330, [[121, 1], [30, 1], [20, 1]]);
	return bytes;
}

const XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf exif:GPSLatitude="31,14.01N"/></x:xmpmeta>';
const PIXELS = Array.from({ length: 2000 }, (_, index) => (index * 7) % 200);

export function jpeg(exif: Uint8Array | null): Uint8Array {
	const segment = (marker: number, payload: readonly number[]): number[] => [0xff, marker, (payload.length + 2) >> 8, (payload.length + 2) & 255, ...payload];
	const application = exif === null ? [] : [...segment(0xe1, [...ascii('Exif'), 0, 0, ...exif]), ...segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0${XMP}`))];
	return Uint8Array.from([0xff, 0xd8, ...application, ...segment(0xda, [1, 1, 0, 0, 63, 0]), ...PIXELS, 0xff, 0xd9]);
}

export function png(exif: Uint8Array): Uint8Array {
	const chunk = (name: string, data: readonly number[]): number[] => {
		const checked = Uint8Array.from([...ascii(name), ...data]);
		const ends = new DataView(new ArrayBuffer(8));
		ends.setUint32(0, data.length);
		ends.setUint32(4, crc32(checked));
		const bytes = [...new Uint8Array(ends.buffer)];
		return [...bytes.slice(0, 4), ...checked, ...bytes.slice(4)];
	};
	return Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...chunk('IHDR', [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]), ...chunk('eXIf', [...exif]), ...chunk('iTXt', ascii(`XML:com.adobe.xmp\0\0\0\0\0${XMP}`)), ...chunk('IDAT', PIXELS), ...chunk('IEND', [])]);
}

export function webp(exif: Uint8Array): Uint8Array {
	const chunk = (name: string, data: readonly number[]): number[] => [...ascii(name), data.length & 255, data.length >> 8, 0, 0, ...data, ...(data.length % 2 === 1 ? [0] : [])];
	const body = [...ascii('WEBP'), ...chunk('VP8 ', PIXELS), ...chunk('EXIF', [...exif]), ...chunk('XMP ', ascii(XMP))];
	return Uint8Array.from([...ascii('RIFF'), body.length & 255, body.length >> 8, 0, 0, ...body]);
}

export function heic(exif: Uint8Array): Uint8Array {
	const box = (name: string, data: readonly number[]): number[] => [0, 0, (data.length + 8) >> 8, (data.length + 8) & 255, ...ascii(name), ...data];
	return Uint8Array.from([...box('ftyp', [...ascii('mif1'), 0, 0, 0, 0, ...ascii('mif1heic')]), ...box('mdat', [...PIXELS, 0, 0, 0, 6, ...ascii('Exif'), 0, 0, ...exif])]);
}

export function pdf(): Uint8Array {
	return Uint8Array.from(ascii('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'));
}
