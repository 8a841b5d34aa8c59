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
