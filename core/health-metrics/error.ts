/** A setting that cannot be used: what was given, and what to do about it. */
export class HealthMetricError extends RangeError {
	constructor(
		message: string,
		readonly remedy: string,
	) {
		super(message);
		this.name = 'HealthMetricError';
	}
}
