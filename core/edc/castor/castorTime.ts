import { readStamp, type ReadStamp } from '../fact.js';
import { asObject, asText } from '../../pull/run.js';

/**
 * Reads a time of Castor: a PHP object `{"date":"2022-06-28 09:13:49.000000","timezone_type":3,"timezone":"Europe/Amsterdam"}`
 * (type 3 zone name, type 2 abbreviation, type 1 offset) or a plain text, which is read in the zone of the settings.
 */
export function readCastorTime(value: unknown, zone: string): ReadStamp | null {
	const object = asObject(value);
	if (object === null) return readStamp(asText(value), zone);
	const date = asText(object['date']);
	const named = asText(object['timezone']);
	if (date === null) return null;
	if (named === null) return readStamp(date, zone);
	if (/^[+-]\d{2}:?\d{2}$/.test(named)) return readStamp(`${date}${named}`, zone);
	// Abbreviations such as CEST name no rule that could be applied; the zone of the settings is taken and said so.
	if (!named.includes('/') && named !== 'UTC' && named !== 'Z') return readStamp(date, zone);
	try {
		const stated = readStamp(date, named === 'Z' ? 'UTC' : named);
		return stated === null ? null : { ...stated, zoneAssumed: false };
	} catch (error) {
		if (error instanceof RangeError) return readStamp(date, zone);
		throw error;
	}
}
