import type { BilingualText } from '../judgement/judgement.js';
import type { ChainHead } from './chain.js';
import type { ChainFault, ChainFaultKind, ChainVerdict } from './verify.js';

/** What was done at which place, as a sentence. */
export const FAULT_TEXTS: Readonly<Record<ChainFaultKind, (from: number, to: number) => BilingualText>> = {
	altered: (from) => ({ en: `Event ${from} was altered after it was recorded.`, 'zh-CN': `第 ${from} 条事件在记录后被修改。` }),
	removed: (from, to) => (from === to ? { en: `Event ${from} was removed.`, 'zh-CN': `第 ${from} 条事件被删除。` } : { en: `Events ${from} to ${to} were removed.`, 'zh-CN': `第 ${from} 至 ${to} 条事件被删除。` }),
	inserted: (from) => ({ en: `An event that the chain does not contain was inserted as number ${from}.`, 'zh-CN': `有不属于该链的事件被插入为第 ${from} 条。` }),
	swapped: (from, to) => ({ en: `Events ${from} and ${to} do not stand in their order.`, 'zh-CN': `第 ${from} 条与第 ${to} 条事件的顺序被调换。` }),
	rewritten: (from) => ({ en: `Event ${from} does not have the hash that was noted: it, or the chain from an earlier event on, was computed anew.`, 'zh-CN': `第 ${from} 条事件的哈希与留存的不一致：该条事件或更早的事件起被重新计算。` }),
};

const ANCHOR_TEXTS: Readonly<Record<ChainVerdict['anchor'], BilingualText>> = {
	outside: { en: 'It leads to the hash that was noted outside.', 'zh-CN': '与外部留存的哈希一致。' },
	stored: {
		en: 'Its end agrees with the copy in the same store; without a hash noted outside this proves only that the log is consistent in itself.',
		'zh-CN': '末端与同一存储中的副本一致；没有在外部留存哈希，仅能证明日志自身一致。',
	},
	none: { en: 'No hash was noted outside, so this proves only that the log is consistent in itself.', 'zh-CN': '没有在外部留存哈希，仅能证明日志自身一致。' },
};

/** The verdict in one or two sentences. */
export function statementOf(events: number, head: ChainHead | null, anchor: ChainVerdict['anchor'], faults: readonly ChainFault[]): BilingualText {
	if (faults.length > 0) {
		return { en: `The chain is broken. ${faults.map(({ message }) => message.en).join(' ')}`, 'zh-CN': `哈希链已断裂。${faults.map(({ message }) => message['zh-CN']).join('')}` };
	}
	if (head === null) return { en: 'The log is empty.', 'zh-CN': '日志为空。' };
	return {
		en: `The chain of ${events} ${events === 1 ? 'event' : 'events'} is intact; head ${head.hash}. ${ANCHOR_TEXTS[anchor].en}`,
		'zh-CN': `共 ${events} 条事件的哈希链完整；末端哈希 ${head.hash}。${ANCHOR_TEXTS[anchor]['zh-CN']}`,
	};
}
