import { crc32 } from './crc32.js';

/** What the EXIF data of a photo tell about its making. */
export interface PhotoOrigin {
	/** `2026-03-06T09:12:30`, with `+08:00` where the camera noted the offset; null: not told. */
	readonly takenAt: string | null;
	/** Decimal degrees, six places (about 0.1 m). */
	readonly place: { readonly latitude: number; readonly longitude: number } | null;
}

const TAG = { dateTime: 0x0132, exif: 0x8769, gps: 0x8825, original: 0x9003, offsetOriginal: 0x9011 } as const;
const GPS = { latitudeRef: 1, latitude: 2, longitudeRef: 3, longitude: 4 } as const;
const BYTES_OF_TYPE: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4 };

/** More than any camera writes; a file that claims more is damaged or made to keep us busy. */
const MOST_ENTRIES = 512;
const MOST_BLOCKS = 32;

interface Entry {
	readonly tag: number;
	readonly type: number;
	readonly count: number;
	/** Where the value is, within the file. */
	readonly at: number;
	readonly bytes: number;
}

/** A TIFF structure within a file. Source: TIFF 6.0; EXIF 2.32 (CIPA DC-008), 4.6. */
class Tiff {
	private constructor(
		private readonly view: DataView,
		private readonly start: number,
		private readonly little: boolean,
	) {}

	static at(view: DataView, start: number): Tiff | null {
		if (start + 8 > view.byteLength) return null;
		const order = view.getUint16(start);
		if (order !== 0x4949 && order !== 0x4d4d) return null;
		const little = order === 0x4949;
		return view.getUint16(start + 2, little) === 42 ? new Tiff(view, start, little) : null;
	}

	root(): ReadonlyMap<number, Entry> {
		return this.directory(this.view.getUint32(this.start + 4, this.little));
	}

	directory(offset: number): ReadonlyMap<number, Entry> {
		const entries = new Map<number, Entry>();
		const start = this.start + offset;
		if (start + 2 > this.view.byteLength) return entries;
		const count = Math.min(this.view.getUint16(start, this.little), MOST_ENTRIES);
		for (let index = 0; index < count; index++) {
			const position = start + 2 + index * 12;
			if (position + 12 > this.view.byteLength) break;
			const type = this.view.getUint16(position + 2, this.little);
			const many = this.view.getUint32(position + 4, this.little);
			const bytes = (BYTES_OF_TYPE[type] ?? 0) * many;
			const at = bytes <= 4 ? position + 8 : this.start + this.view.getUint32(position + 8, this.little);
			if (bytes === 0 || at + bytes > this.view.byteLength) continue;
			const tag = this.view.getUint16(position, this.little);
			if (!entries.has(tag)) entries.set(tag, { tag, type, count: many, at, bytes });
		}
		return entries;
	}

	sub(entry: Entry | undefined): ReadonlyMap<number, Entry> {
		return entry === undefined || entry.bytes !== 4 ? new Map<number, Entry>() : this.directory(this.view.getUint32(entry.at, this.little));
	}

	text(entry: Entry | undefined): string | null {
		if (entry?.type !== 2 || entry.bytes > 64) return null;
		let text = '';
		for (let at = entry.at; at < entry.at + entry.bytes; at++) {
			const code = this.view.getUint8(at);
			if (code === 0) break;
			text += String.fromCharCode(code);
		}
		return text.trim();
	}

	/** Degrees, minutes, seconds. */
	degrees(entry: Entry | undefined, reference: string | null, negative: string): number | null {
		if (entry?.type !== 5 || entry.count < 3) return null;
		let degrees = 0;
		for (const [index, unit] of [1, 60, 3600].entries()) {
			const numerator = this.view.getUint32(entry.at + index * 8, this.little);
			const denominator = this.view.getUint32(entry.at + index * 8 + 4, this.little);
			if (denominator === 0) return null;
			degrees += numerator / denominator / unit;
		}
		const rounded = Math.round(degrees * 1e6) / 1e6;
		return reference?.toUpperCase() === negative ? 0 - rounded : rounded;
	}

	/** Overwrites a directory and all it points to. The structure stays valid: a directory with no entries. */
	erase(offset: number, bytes: Uint8Array): void {
		const entries = this.directory(offset);
		for (const { at, bytes: length } of entries.values()) bytes.fill(0, at, at + length);
		const start = this.start + offset;
		if (start + 2 > bytes.length) return;
		const count = Math.min(this.view.getUint16(start, this.little), MOST_ENTRIES);
		bytes.fill(0, start, Math.min(start + 2 + count * 12, bytes.length));
	}

	offsetOf(entry: Entry): number {
		return this.view.getUint32(entry.at, this.little);
	}
}

/** Reads when and where a photo was taken; nothing where the file does not say or is damaged. JPEG, HEIC, PNG and WebP. */
export function photoOrigin(bytes: Uint8Array): PhotoOrigin {
	let takenAt: string | null = null;
	let place: PhotoOrigin['place'] = null;
	const view = viewOf(bytes);
	for (const start of tiffStarts(bytes)) {
		const tiff = Tiff.at(view, start);
		if (tiff === null) continue;
		const root = tiff.root();
		const exif = tiff.sub(root.get(TAG.exif));
		takenAt ??= timeOf(tiff.text(exif.get(TAG.original)) ?? tiff.text(root.get(TAG.dateTime)), tiff.text(exif.get(TAG.offsetOriginal)));
		const gps = tiff.sub(root.get(TAG.gps));
		const latitude = tiff.degrees(gps.get(GPS.latitude), tiff.text(gps.get(GPS.latitudeRef)), 'S');
		const longitude = tiff.degrees(gps.get(GPS.longitude), tiff.text(gps.get(GPS.longitudeRef)), 'W');
		if (latitude !== null && longitude !== null && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) place ??= { latitude, longitude };
	}
	return { takenAt, place };
}

/**
 * A copy of a photo without the place it was taken at: the GPS directories of EXIF are emptied in place, and XMP packets that name a place
 * are blanked. Nothing moves, so the picture itself is the same byte for byte.
 *
 * @returns null where there is nothing to remove
 */
export function withoutPlace(bytes: Uint8Array): Uint8Array | null {
	const copy = bytes.slice();
	const view = viewOf(copy);
	let removed = false;
	for (const start of tiffStarts(copy)) {
		const tiff = Tiff.at(view, start);
		const pointer = tiff?.root().get(TAG.gps);
		if (tiff === null || pointer?.bytes !== 4) continue;
		tiff.erase(tiff.offsetOf(pointer), copy);
		removed = true;
	}
	if (blankXmpPlaces(copy)) removed = true;
	if (!removed) return null;
	if (isPng(copy)) sealPng(copy, view);
	return copy;
}

function timeOf(text: string | null, offset: string | null): string | null {
	const match = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(text ?? '');
	if (match === null || match[1] === '0000') return null;
	return `${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}T${match[4] ?? ''}${offset !== null && /^[+-]\d{2}:\d{2}$/.test(offset) ? offset : ''}`;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const asciiOf = (text: string): readonly number[] => Array.from(text, (character) => character.charCodeAt(0));
const EXIF_MARK = [...asciiOf('Exif'), 0, 0];

/**
 * Where TIFF structures begin: after each `Exif` mark (JPEG, HEIC, some WebP; also of pictures within the picture), and the chunks of PNG and WebP,
 * which have none.
 */
function tiffStarts(bytes: Uint8Array): readonly number[] {
	const starts = new Set<number>();
	for (let at = find(bytes, EXIF_MARK, 0); at !== -1 && starts.size < MOST_BLOCKS; at = find(bytes, EXIF_MARK, at + 6)) starts.add(at + 6);
	const view = viewOf(bytes);
	const chunks = isPng(bytes) ? pngChunks(view) : isWebp(bytes) ? webpChunks(view) : [];
	for (const { name, data } of chunks) if ((name === 'eXIf' || name === 'EXIF') && starts.size < MOST_BLOCKS) starts.add(data);
	return [...starts];
}

function find(bytes: Uint8Array, wanted: readonly number[], from: number): number {
	const [first = 0] = wanted;
	for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
	return -1;
}

const isPng = (bytes: Uint8Array): boolean => bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47;
const isWebp = (bytes: Uint8Array): boolean => bytes[0] === 0x52 && bytes[1] === 0x49 && bytes[8] === 0x57 && bytes[9] === 0x45;

interface Chunk {
	readonly name: string;
	readonly data: number;
	readonly length: number;
}

function nameAt(view: DataView, at: number): string {
	return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

function pngChunks(view: DataView): readonly Chunk[] {
	const chunks: Chunk[] = [];
	for (let at = 8; at + 12 <= view.byteLength; ) {
		const length = view.getUint32(at);
		if (at + 12 + length > view.byteLength) break;
		chunks.push({ name: nameAt(view, at + 4), data: at + 8, length });
		at += 12 + length;
	}
	return chunks;
}

function webpChunks(view: DataView): readonly Chunk[] {
	const chunks: Chunk[] = [];
	for (let at = 12; at + 8 <= view.byteLength; ) {
		const length = view.getUint32(at + 4, true);
		chunks.push({ name: nameAt(view, at), data: at + 8, length });
		at += 8 + length + (length % 2);
	}
	return chunks;
}

/** Check sums of the chunks that hold texts: their content has changed. */
function sealPng(bytes: Uint8Array, view: DataView): void {
	for (const { name, data, length } of pngChunks(view)) {
		if (name === 'eXIf' || name === 'iTXt') view.setUint32(data + length, crc32(bytes.subarray(data - 4, data + length)));
	}
}

const XMP_START = asciiOf('<x:xmpmeta');
const XMP_END = asciiOf('</x:xmpmeta>');
const XMP_PLACE = asciiOf('GPS');

function blankXmpPlaces(bytes: Uint8Array): boolean {
	let blanked = false;
	let packets = 0;
	for (let start = find(bytes, XMP_START, 0); start !== -1 && packets < MOST_BLOCKS; packets++) {
		const end = find(bytes, XMP_END, start);
		if (end === -1) break;
		if (find(bytes.subarray(start, end), XMP_PLACE, 0) !== -1) {
			bytes.fill(0x20, start, end + XMP_END.length);
			blanked = true;
		}
		start = find(bytes, XMP_START, end);
	}
	return blanked;
}
