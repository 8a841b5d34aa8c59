import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Anchors } from '../../../core/minutes/anchors.js';

describe('places of terms', () => {
	const runs = ['dashboard', 'lag', 'prs', '系统显示', '看板', '占'];
	const anchors = new Anchors(runs);
	const holds = (text: string, at: number): boolean => /\d/.test(text.charAt(at)) || runs.some((run) => text.startsWith(run, at) && (/[a-z]/.test(run) ? !/[a-z]/.test(text.charAt(at - 1)) && !/[a-z]/.test(text.charAt(at + run.length)) : true));

	it('S8: none is passed over, wherever the search begins', () => {
		const text = fc.array(fc.constantFrom(...runs, 'a', 'lagging', 'flag', '看', '板', '系统', ' ', '-', '7', 'ü', '，'), { maxLength: 20 }).map((parts) => parts.join(''));
		fc.assert(fc.property(text, fc.nat(60), (folded, from) => {
			const found = anchors.next(folded, Math.min(from, folded.length));
			for (let at = from; at < found && at < folded.length; at++) expect(holds(folded, at)).toBe(false);
			expect(found).toBeLessThanOrEqual(folded.length);
		}));
	});

	it('S8: passes over what holds none, and over nothing where runs are not known', () => {
		expect(anchors.next('well done, 谢谢你的耐心', 0)).toBe('well done, 谢谢你的耐心'.length);
		expect(new Anchors(null).next('well done', 3)).toBe(3);
	});
});
