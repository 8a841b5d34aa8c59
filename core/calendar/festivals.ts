import { getYearLeapMonth, monthDays } from 'chinese-days';
import { dayNumberOf } from '../time/zone.js';

/** The lunar tables of `chinese-days` begin with the lunar year 1900, whose first day was 31 January, and end with 2100. */
const FIRST_LUNAR_YEAR = 1900;
const LAST_LUNAR_YEAR = 2100;

/**
 * The days off that the law itself fixes, before any notice moves weekends around them: 1 January, lunar New Year's Eve to the 3rd day,
 * Qingming, 1 and 2 May, Dragon Boat, Mid-Autumn, 1 to 3 October. Used for provisional days only.
 * Source: 全国年节及纪念日放假办法, Art. 2, as in force since 2025; domain reference 8 ("plain weekends + statutory fixed dates").
 *
 * @returns day numbers, ascending
 */
export function statutoryFestivals(year: number): readonly number[] {
	const days = [
		dayNumberOf(year, 1, 1),
		dayNumberOf(year, 4, qingming(year)),
		...[1, 2].map((day) => dayNumberOf(year, 5, day)),
		...[1, 2, 3].map((day) => dayNumberOf(year, 10, day)),
	];
	if (year >= FIRST_LUNAR_YEAR && year <= LAST_LUNAR_YEAR) {
		const newYear = lunarNewYear(year);
		days.push(newYear - 1, newYear, newYear + 1, newYear + 2, newYear + monthOffset(year, 5) + 4, newYear + monthOffset(year, 8) + 14);
	}
	return [...new Set(days)].sort((a, b) => a - b);
}

/** Only the tables of the library are used: its date functions compute in the time zone of the host. */
function lunarNewYear(year: number): number {
	let day = dayNumberOf(FIRST_LUNAR_YEAR, 1, 31);
	for (let y = FIRST_LUNAR_YEAR; y < year; y++) day += monthOffset(y, 13);
	return day;
}

/** Days from the first day of a lunar year to the first day of its nth month; month 13 gives the length of the year. */
function monthOffset(year: number, month: number): number {
	const leap = getYearLeapMonth(year);
	let days = leap.leapMonth !== undefined && leap.leapMonth < month ? leap.days : 0;
	for (let m = 1; m < month; m++) days += monthDays(year, m);
	return days;
}

/** Day of April on which the sun reaches 15° in China; the customary approximation, right for 1900 to 2099. */
function qingming(year: number): number {
	const inCentury = year % 100;
	return year < 2000 ? Math.floor(inCentury * 0.2422 + 5.59) - Math.floor((inCentury - 1) / 4) : Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4);
}
