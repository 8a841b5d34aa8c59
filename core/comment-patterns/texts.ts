import type { BilingualText } from '../judgement/judgement.js';
import type { NamedDocument } from './document.js';
import type { SentenceClass } from './row.js';

/*
 * Why a sentence counts or does not, both languages side by side. Terms: domain reference 6 and 10.
 */

const REASONS: Readonly<Record<SentenceClass, BilingualText>> = {
	CON: { en: 'The sentence says that this contradicts {document}.', 'zh-CN': '该表述指出此处与{document}存在文档冲突。' },
	OUT: { en: 'The sentence says that this is outdated against {document}.', 'zh-CN': '该表述指出此处相对{document}已过时，存在文档冲突。' },
	SELF: { en: 'The sentence says that the page contradicts itself.', 'zh-CN': '该表述指出本页自相矛盾。' },
	QUE: { en: 'The sentence asks whether this contradicts {document}.', 'zh-CN': '该表述是在询问此处是否与{document}冲突。' },
	MRG: { en: 'It speaks of a merge conflict in code, not of a document.', 'zh-CN': '该表述指代码合并冲突，不是文档冲突。' },
	POL: { en: 'It states a rule for the case of a conflict, not a conflict.', 'zh-CN': '该表述是冲突时的处理约定，并非指出冲突。' },
	NEG: { en: 'It says that there is no conflict.', 'zh-CN': '该表述说明没有冲突。' },
	QUO: { en: 'It quotes what somebody else wrote.', 'zh-CN': '该表述引用他人的话。' },
	RES: { en: 'It says that the conflict is resolved.', 'zh-CN': '该表述说明冲突已解决。' },
	OTH: { en: 'It speaks of another kind of conflict (time, resource, interest).', 'zh-CN': '该表述指其他冲突（时间、资源、利益等）。' },
};

const CLOSED: Readonly<Record<'resolved' | 'dangling', BilingualText>> = {
	resolved: { en: 'The comment is resolved, so it does not count.', 'zh-CN': '该评论已解决，不计入。' },
	dangling: { en: 'The text commented on no longer exists, so the comment does not count.', 'zh-CN': '被评论的文字已不存在，该评论不计入。' },
};

const BY_SETTING: BilingualText = { en: ' By the settings this does not count.', 'zh-CN': '按设置不计入。' };
const UNNAMED: BilingualText = { en: 'an unnamed document', 'zh-CN': '未指明文档' };

export function reasonOf(kind: SentenceClass, verdict: 'red' | 'yellow' | 'none', closed: 'resolved' | 'dangling' | null, document: NamedDocument | null): BilingualText {
	if (closed !== null) return CLOSED[closed];
	const reason = REASONS[kind];
	const counts = kind === 'CON' || kind === 'OUT' || kind === 'SELF' || kind === 'QUE';
	if (!counts) return reason;
	const named = document !== null && document.kind !== 'unnamed' && document.text !== '';
	const end = verdict === 'none' ? BY_SETTING : { en: '', 'zh-CN': '' };
	return {
		en: reason.en.replace('{document}', () => (named ? `“${document.text}”` : UNNAMED.en)) + end.en,
		'zh-CN': reason['zh-CN'].replace('{document}', () => (named ? `“${document.text}”` : UNNAMED['zh-CN'])) + end['zh-CN'],
	};
}
