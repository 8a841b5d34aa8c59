import { createHash, type Hash } from 'crypto';

/**
 * Tells which subjects of a whole-study export changed, from its text as it passes: neither OpenClinica nor LibreClinica can be
 * asked for changes only, and the full history of a whole study takes half an hour.
 */
export class SubjectFingerprints {
	private readonly hashes = new Map<string, Hash>();
	private pending = '';
	private current: Hash | null = null;

	write(chunk: string): void {
		let text = this.pending + chunk;
		this.pending = '';
		while (text !== '') {
			if (this.current === null) {
				const start = text.indexOf('<SubjectData');
				if (start < 0) {
					this.pending = text.slice(-START.length);
					return;
				}
				const tagEnd = text.indexOf('>', start);
				if (tagEnd < 0) {
					this.pending = text.slice(start);
					return;
				}
				const tag = text.slice(start, tagEnd + 1);
				this.current = this.hashOf(/\bSubjectKey\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag));
				this.current?.update(tag);
				if (tag.endsWith('/>')) this.current = null;
				text = text.slice(tagEnd + 1);
				continue;
			}
			const end = text.indexOf(END);
			if (end < 0) {
				// The last signs may be the beginning of the end tag.
				const safe = Math.max(0, text.length - END.length);
				this.current.update(text.slice(0, safe));
				this.pending = text.slice(safe);
				return;
			}
			this.current.update(text.slice(0, end));
			this.current = null;
			text = text.slice(end + END.length);
		}
	}

	/** Fingerprint by subject key, to be asked once, after the end. */
	digests(): ReadonlyMap<string, string> {
		return new Map([...this.hashes].map(([subject, hash]) => [subject, hash.digest('hex').slice(0, 12)]));
	}

	private hashOf(match: RegExpExecArray | null): Hash | null {
		const subject = match?.[1] ?? match?.[2];
		if (subject === undefined) return null;
		let hash = this.hashes.get(subject);
		if (!hash) this.hashes.set(subject, (hash = createHash('sha256')));
		return hash;
	}
}

const START = '<SubjectData';
const END = '</SubjectData>';
