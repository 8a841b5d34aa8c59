import type { Person } from '../people/person.js';
import type { Directory } from '../people/directory.js';
import { comparable } from '../people/reading.js';
import { comparableWord } from '../text/comparable.js';
import type { Labels, Who } from './passage.js';
import type { TermRow } from './row.js';

/** The two people of a talk, as it names them. */
export interface TalkPeople {
	/** Id, account, e-mail or name. */
	readonly manager: string;
	readonly employee: string;
	/** Other names under which they speak in the minutes. */
	readonly managerNames?: readonly string[];
	readonly employeeNames?: readonly string[];
}

const HAN = /^[\u3400-\u9fff]+$/;
/** What is put behind a Chinese surname: 王总, 李经理. */
const TITLES = /^([\u3400-\u9fff]{1,2})(?:总|总监|经理|主管|部长|主任|组长|老师|导师|工|博士|院长|所长|哥|姐)$/;
/** 小李, 老王. */
const FAMILIAR = /^[小老]([\u3400-\u9fff])$/;
/** What stands behind a name and is no part of it: (PM), （经理）, [外部]. */
const BEHIND = / ?[(（[【][^()（）[\]【】]{0,40}[)）\]】]$/;
const DOUBLE_SURNAMES = new Set('欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 端木 南宫 长孙'.split(' '));
/** The surnames of most people; a label that begins with none of them is a word. */
const SURNAMES = new Set('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤温康施文牛樊葛邢齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿兰焦俞左柳甘祝包宁尚符舒阮纪梅童凌毕单季裴霍涂苗谷盛曲翁冉骆蓝游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简芦褚娄窦戚岑景宫费卜冷晏席卫米柏宗瞿桂佟应臧闵苟邬边卞姬和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘麻苑迟邝'.split(''));
/** Words that begin with the character of a surname. */
const NO_HAN_NAMES = new Set('方案 方法 方向 方面 任务 任何 周报 周期 周会 周一 周二 周三 周四 周五 高优 高风险 金额 温度 常见 单位 应用 管理 经验 经过 易错点 毛利 明天 余下 余额 白名单 甘特图 史料 平均 平台 平时 习惯 武器 古籍 谷值 江湖 花费 花时间 祝贺 和解 左边 施工 容易 房间 包括 包装 游戏 柴油 农业 穆 简介 简单 阳性 解决 解释 解法 牛 应对 阴性 喻 蓝图 苗头 单子 单项 单据 莫 段落 龙头 万一 万能 钱 黄灯 黄线 石头 申报 申请 申诉 文件 文档 文化 文字 司机 司法 商务 商品 沙盘 荣誉 从 尚未 宁可 季报 季度 阮 倪'.split(' '));
/** Words that begin a line with a capital letter and a colon, and are no name. */
const NO_NAMES = new Set('result results example reason question answer note status risk risks issue issues problem problems goal goals target fact facts data number numbers figure figures plus minus pro con pros cons first second third today yesterday monday tuesday wednesday thursday friday good bad better why what how also so then week month quarter task tasks card cards metric metrics trend source link see'.split(' '));
const LATIN_NAME = /^[\p{Lu}][\p{L}'’.-]*(?: (?:[\p{Lu}][\p{L}'’.-]*|van|von|de|der|den|da|di|la|le|bin|al)){0,4}$/u;

/** Knows who speaks in the minutes of a talk. Built once per run; what it finds out about a person is kept. */
export class Speakers {
	private readonly roles = new Map<string, Who>();
	private readonly headers = new Map<string, 'line' | 'section'>();
	private readonly names = new Map<string, ReadonlySet<string>>();
	private readonly byName = new Map<string, Person[]>();

	constructor(
		rows: readonly TermRow[],
		private readonly directory: Directory,
	) {
		for (const person of directory.people) {
			for (const name of [person.name, ...person.accounts.map(({ account }) => account)]) {
				const key = comparable(name);
				const known = this.byName.get(key);
				if (known === undefined) this.byName.set(key, [person]);
				else if (!known.includes(person)) known.push(person);
			}
		}
		for (const { kind, words, effect, active } of rows) {
			if (!active) continue;
			if (kind === 'speaker') for (const word of words) this.roles.set(comparableWord(word), effect === 'employee' || effect === 'other' ? effect : 'manager');
			if (kind === 'header') for (const word of words) this.headers.set(comparableWord(word), effect === 'section' ? 'section' : 'line');
		}
	}

	/** The person that an id, account, e-mail or name of the talk means; null where the directory does not know, or knows several. */
	person(named: string): Person | null {
		const found = this.directory.byId(named);
		if (found !== null) return found;
		const [person, ...others] = named.includes('@') ? this.directory.byEmail(named) : (this.byName.get(comparable(named)) ?? []);
		return others.length > 0 ? null : (person ?? null);
	}

	labels(talk: TalkPeople): Labels {
		const managers = this.namesOf(talk.manager, talk.managerNames);
		const employees = this.namesOf(talk.employee, talk.employeeNames);
		const known = new Map<string, Who | null>();
		return {
			who: (label) => {
				let who = known.get(label);
				if (who === undefined) {
					who = this.whoOf(label, managers, employees);
					known.set(label, who);
				}
				return who;
			},
			header: (label) => (label.length > 60 ? null : (this.headers.get(comparableWord(label)) ?? null)),
			looksLikeName,
		};
	}

	private whoOf(mentioned: string, managers: ReadonlySet<string>, employees: ReadonlySet<string>): Who | null {
		const label = mentioned.replace(/^@ ?/, '');
		const written = comparable(label);
		const short = comparable(label.replace(BEHIND, ''));
		for (const name of written === short ? [short] : [written, short]) {
			const manager = managers.has(name);
			const employee = employees.has(name);
			if (manager || employee) return manager && employee ? 'unclear' : manager ? 'manager' : 'employee';
		}
		const role = this.roles.get(written) ?? this.roles.get(short);
		if (role !== undefined) return role;
		// "Li Wei (manager)": the part they have stands behind a name that nobody knows.
		const part = BEHIND.exec(label)?.[0].replace(/[()（）[\]【】 ]/g, '');
		return (part === undefined ? undefined : this.roles.get(comparable(part))) ?? surnameOf(short, managers, employees);
	}

	/** Every form in which a person may be named. */
	private namesOf(named: string, others: readonly string[] | undefined): ReadonlySet<string> {
		if (others !== undefined && others.length > 0) return formsOf([named, ...others], this.person(named));
		let names = this.names.get(named);
		if (names === undefined) {
			names = formsOf([named], this.person(named));
			this.names.set(named, names);
		}
		return names;
	}
}

function formsOf(given: readonly string[], person: Person | null): ReadonlySet<string> {
	const forms = new Set<string>();
	const name = (text: string): void => {
		const whole = comparable(text.replace(BEHIND, ''));
		if (whole === '') return;
		forms.add(comparable(text)).add(whole);
		if (HAN.test(whole) || !whole.includes(' ') || whole.includes('@')) return;
		// "Wei Li", "Li Wei", "Li, Wei", and either word alone.
		const words = whole.replace(/,/g, ' ').split(' ').filter((word) => word !== '');
		const [first = '', last = ''] = [words[0], words[words.length - 1]];
		forms.add(words.join(' ')).add([...words].reverse().join(' ')).add(`${last} ${words.slice(0, -1).join(' ')}`);
		if (words.length <= 4) for (const word of [first, last]) if (word.length > 1) forms.add(word);
	};
	for (const text of given) {
		name(text);
		const at = text.indexOf('@');
		if (at > 0) forms.add(comparable(text.slice(0, at)));
	}
	if (person === null) return forms;
	name(person.name);
	forms.add(comparable(person.id));
	for (const { account } of person.accounts) forms.add(comparable(account));
	if (person.email !== null) {
		forms.add(comparable(person.email)).add(comparable(person.email.slice(0, Math.max(0, person.email.indexOf('@')))));
	}
	forms.delete('');
	return forms;
}

/** 王总, 小李: one of the two whose surname it is; null where it is neither's. */
function surnameOf(label: string, managers: ReadonlySet<string>, employees: ReadonlySet<string>): Who | null {
	const surname = FAMILIAR.exec(label)?.[1] ?? TITLES.exec(label)?.[1];
	if (surname === undefined) return null;
	const has = (names: ReadonlySet<string>): boolean => [...names].some((name) => HAN.test(name) && name.length > surname.length && name.startsWith(surname) && (surname.length === 2) === DOUBLE_SURNAMES.has(name.slice(0, 2)));
	const manager = has(managers);
	const employee = has(employees);
	if (manager || employee) return manager && employee ? 'unclear' : manager ? 'manager' : 'employee';
	return 'other';
}

function looksLikeName(label: string): boolean {
	if (label.startsWith('@')) return true;
	const short = label.replace(BEHIND, '');
	if (HAN.test(short)) return !NO_HAN_NAMES.has(short) && ((short.length <= 3 && short.length >= 2 && SURNAMES.has(short.charAt(0))) || (short.length <= 4 && DOUBLE_SURNAMES.has(short.slice(0, 2))));
	return LATIN_NAME.test(short) && !NO_NAMES.has(short.toLowerCase());
}
