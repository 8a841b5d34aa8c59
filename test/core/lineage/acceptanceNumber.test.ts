import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNumberRecogniser, formatsWithRows, normaliseAcceptanceNumber, NUMBER_FORMATS, type AcceptanceNumber } from '../../../core/lineage/index.js';

const recogniser = createNumberRecogniser();
const read = (text: string, year = 2026) => recogniser.read(text, year);
function good(text: string, year = 2026): AcceptanceNumber {
	const reading = read(text, year);
	if (!reading.ok) throw new Error(reading.reason.en);
	return reading.number;
}

describe('S3: acceptance numbers', () => {
	it('S3: worked value: CXHL0500001甘 is valid, with its parts explained in both languages', () => {
		const number = good('CXHL0500001甘');
		expect(number).toMatchObject({ format: 'nmpa-drug', warnings: [] });
		expect(number.parts.map(({ id, value, meaning }) => [id, value, meaning?.en ?? null])).toEqual([
			['origin', 'C', 'domestic'],
			['class', 'X', 'new drug'],
			['product', 'H', 'chemical drug'],
			['stage', 'L', 'clinical trial'],
			['year', '05', '2005'],
			['serial', '00001', null],
			['authority', '甘', null],
		]);
		expect(number.explanation['zh-CN']).toBe('CXHL0500001甘：药品受理号；来源 国产，申请类别 新药，药品类别 化学药品，申请阶段 临床试验，受理年份 2005，流水号 00001，受理机构 甘。');
	});

	it.each([
		['JYHF0500001桂', 'nmpa-drug'],
		['CXSS2600012', 'nmpa-drug'],
		['CYHS2500123国', 'nmpa-drug'],
		['CBS0500001琼', 'nmpa-packaging'],
		['CQZ2600012', 'nmpa-device'],
		['JSX2500001', 'nmpa-device'],
		['粤械受2600123', 'provincial-device'],
	])('S3: %s is recognised as %s', (text, format) => {
		expect(good(text)).toMatchObject({ number: text, format });
	});

	it('S3: blanks, full-width characters and lower case are put right first', () => {
		expect(good(' ｃｘｈｌ 05 00001　甘 ').number).toBe('CXHL0500001甘');
		expect(normaliseAcceptanceNumber('cqz\u200b2600012')).toBe('CQZ2600012');
	});

	it('S3: a year in the future, an unknown pair and an unconfirmed format are warnings, no refusals', () => {
		expect(good('CXHS2700001').warnings.map(({ en }) => en)).toEqual(['CXHS2700001: the year 2027 lies in the future.']);
		expect(good('CZHL2600001').warnings.map(({ 'zh-CN': zh }) => zh)).toEqual(['CZHL2600001：字母 Z L 通常不同时出现。']);
		expect(good('CQZ2600012').warnings).toHaveLength(1);
	});

	it.each([
		['国药准字H20040001', 'a drug approval number', '药品批准文号'],
		['国械注准20183400001', 'a device registration certificate number', '医疗器械注册证编号'],
		['粤械注准20182400001', 'a device registration certificate number', '医疗器械注册证编号'],
		['CTR20200001', 'a trial registration number', '药物临床试验登记号'],
		['国械备20150001', 'a device filing number', '医疗器械备案编号'],
		['沪浦械备20150001', 'a device filing number', '医疗器械备案编号'],
	])('S3: %s is named for what it is: %s', (text, en, zh) => {
		expect(read(text)).toMatchObject({ ok: false, reason: { en: `${text} is ${en}, not an acceptance number.`, 'zh-CN': `${text} 是${zh}，不是受理号。` } });
	});

	it.each(['', '   ', 'CXHL05', 'CXHL050000', 'CXHL05000011', 'AXHL0500001', 'CXHL0500001甘肃省', 'hello', '1'.repeat(100)])('S3: %j is refused with a remedy', (text) => {
		expect(read(text)).toMatchObject({ ok: false, remedy: { en: expect.any(String) as string, 'zh-CN': expect.any(String) as string } });
	});

	it('S3: every number made by the table is read back part by part', () => {
		const letters = (text: string) => fc.nat(text.length - 1).map((index) => text.charAt(index));
		fc.assert(
			fc.property(letters('CJ'), letters('XYBZ'), letters('HZSF'), letters('LSBZFR'), fc.nat(26), fc.nat(99_999), fc.constantFrom('', '国', '甘', '国军'), (origin, kind, product, stage, year, serial, authority) => {
				const text = `${origin}${kind}${product}${stage}${String(year).padStart(2, '0')}${String(serial).padStart(5, '0')}${authority}`;
				expect(good(text).parts.map(({ value }) => value).join('')).toBe(text);
			}),
		);
	});

	it('S3: any text gives an answer and never an exception', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => typeof read(text).ok === 'boolean'), { numRuns: 2000 });
	});
});

describe('S3: formats are rows that an administrator can edit', () => {
	it('S3: a row of a province is tried first, explained by its parts, and one of the pack can be replaced or taken out', () => {
		const { formats, problems } = formatsWithRows([
			{ id: 'guangdong', nameEn: 'Guangdong device acceptance number', nameZh: '广东器械受理号', pattern: '粤械受(\\d{4})(\\d{5})', parts: '[{"id":"year","nameEn":"year","nameZh":"年份","kind":"year4"},{"id":"serial","nameEn":"serial","nameZh":"流水号"}]' },
			{ id: 'nmpa-packaging', active: false },
			{ id: 'nmpa-device', pattern: '([CJ][QS][ZYXDJ])(\\d{7})', nameEn: 'device' },
		]);
		expect(problems).toEqual([]);
		const own = createNumberRecogniser(formats);
		expect(own.read('粤械受202600012', 2026)).toMatchObject({ ok: true, number: { format: 'guangdong', warnings: [], explanation: { 'zh-CN': '粤械受202600012：广东器械受理号；年份 2026，流水号 00012。' } } });
		expect(own.read('CBS0500001琼', 2026).ok).toBe(false);
		expect(own.read('CQZ26000123', 2026).ok).toBe(false);
		expect(formats).toHaveLength(NUMBER_FORMATS.length);
	});

	it.each([
		[{ id: 'x', pattern: '(' }, 'cannot be read'],
		[{ id: 'x', pattern: '(?=a)b' }, 'cannot be read'],
		[{ pattern: 'a' }, '"id" is missing'],
		[{ id: 'x' }, '"pattern" is missing'],
		[{ id: 'x', pattern: 'a', kind: 'other' }, '"kind"'],
		[{ id: 'x', pattern: 'a', parts: '{' }, '"parts" is no JSON'],
	])('S3: row %j says what is wrong', (row, expected) => {
		const { problems, formats } = formatsWithRows([row]);
		expect(problems).toEqual([expect.stringContaining(expected)]);
		expect(formats).toHaveLength(NUMBER_FORMATS.length);
	});

	it('S3: a pattern that would run for ever elsewhere takes linear time', () => {
		const { formats } = formatsWithRows([{ id: 'evil', pattern: '(A+)+B' }]);
		const begin = performance.now();
		expect(createNumberRecogniser(formats).read('A'.repeat(60), 2026).ok).toBe(false);
		expect(performance.now() - begin).toBeLessThan(200);
	});
});
