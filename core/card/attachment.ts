import { sha256 } from '../evidence/key.js';
import type { BilingualText } from '../judgement/judgement.js';
import { photoOrigin, withoutPlace } from './exif.js';

/** A file kept with a card: what it is by its content, and its hash. The bytes stay in the binary store. */
export interface Attachment {
	/** SHA-256 of the bytes as stored. */
	readonly sha256: string;
	/** As uploaded; only shown. */
	readonly name: string;
	readonly kind: 'photo' | 'report';
	/** By content. */
	readonly mediaType: MediaType;
	readonly bytes: number;
	/** Which side of the measure a photo shows. */
	readonly shows?: 'before' | 'after' | undefined;
	/** Local time of the camera, with offset where the camera noted one; from EXIF. */
	readonly takenAt?: string | undefined;
	/** Decimal degrees from EXIF; absent where there was none or it was removed. */
	readonly place?: { readonly latitude: number; readonly longitude: number } | undefined;
	/** The place was taken out of the file before it was stored. */
	readonly placeRemoved?: true | undefined;
	/** Where the bytes are, e.g. the id in n8n's binary store. */
	readonly reference?: string | undefined;
}

export type MediaType = 'image/jpeg' | 'image/png' | 'image/heic' | 'image/webp' | 'application/pdf';

export interface AttachmentSettings {
	readonly name: string;
	/** Default: a PDF is a report, a picture a photo. */
	readonly kind?: 'photo' | 'report' | undefined;
	readonly shows?: 'before' | 'after' | undefined;
	/** Largest size in bytes; default 20 MB. */
	readonly maximumBytes?: number | undefined;
	/** Take the place out of a photo; default false. */
	readonly removePlace?: boolean | undefined;
}

export type AttachmentReading =
	| { readonly ok: true; readonly attachment: Attachment; /** What is to be stored: the bytes given, or without the place. */ readonly bytes: Uint8Array }
	| { readonly ok: false; readonly message: BilingualText };

export const MAXIMUM_ATTACHMENT_BYTES = 20 * 1024 * 1024;

/** Recognises a file by its content, reads what the camera noted, and hashes what is to be stored. Source: spec S2. */
export function readAttachment(bytes: Uint8Array, { name, kind, shows, maximumBytes = MAXIMUM_ATTACHMENT_BYTES, removePlace = false }: AttachmentSettings): AttachmentReading {
	if (bytes.length === 0) return refused(name, 'is empty', '为空');
	if (bytes.length > maximumBytes) return refused(name, `has ${megabytes(bytes.length)} MB, more than the ${megabytes(maximumBytes)} MB allowed`, `大小为 ${megabytes(bytes.length)} MB，超过允许的 ${megabytes(maximumBytes)} MB`);
	const mediaType = mediaTypeOf(bytes);
	if (mediaType === null) return refused(name, 'is neither JPEG, PNG, HEIC or WebP nor PDF by its content, whatever its name says', '按内容判断不是 JPEG、PNG、HEIC、WebP 或 PDF（与文件名无关）');
	const picture = mediaType !== 'application/pdf';
	if (kind === 'photo' && !picture) return refused(name, 'is a PDF, not a photo', '是 PDF，不是照片');
	const origin = picture ? photoOrigin(bytes) : { takenAt: null, place: null };
	const cleaned = picture && removePlace ? withoutPlace(bytes) : null;
	const stored = cleaned ?? bytes;
	const as = kind ?? (picture ? 'photo' : 'report');
	return {
		ok: true,
		bytes: stored,
		attachment: {
			sha256: sha256(stored),
			name,
			kind: as,
			mediaType,
			bytes: stored.length,
			...(shows === undefined || as === 'report' ? {} : { shows }),
			...(origin.takenAt === null ? {} : { takenAt: origin.takenAt }),
			...(origin.place === null || cleaned !== null ? {} : { place: origin.place }),
			...(cleaned === null ? {} : { placeRemoved: true }),
		},
	};
}

const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx']);

/** By the first bytes; null for anything else. HEIC: ISO/IEC 23008-12, brands of the file type box. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
	const starts = (at: number, ...expected: readonly number[]): boolean => expected.every((byte, index) => bytes[at + index] === byte);
	const text = (at: number, length: number): string => String.fromCharCode(...bytes.subarray(at, at + length));
	if (starts(0, 0xff, 0xd8, 0xff)) return 'image/jpeg';
	if (starts(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
	if (text(0, 4) === 'RIFF' && text(8, 4) === 'WEBP') return 'image/webp';
	if (text(0, 5) === '%PDF-') return 'application/pdf';
	if (text(4, 4) !== 'ftyp') return null;
	const length = Math.min(((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0), 256);
	for (let at = 8; at < length; at += at === 8 ? 8 : 4) if (HEIC_BRANDS.has(text(at, 4))) return 'image/heic';
	return null;
}

function megabytes(bytes: number): string {
	return String(Math.ceil((bytes / 1_048_576) * 10) / 10);
}

function refused(name: string, en: string, zh: string): AttachmentReading {
	return { ok: false, message: { en: `File “${name}” ${en}.`, 'zh-CN': `文件“${name}”${zh}。` } };
}
