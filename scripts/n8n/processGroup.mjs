import { spawnSync } from 'node:child_process';

const onWindows = process.platform === 'win32';

/**
 * Sends a signal to a process that leads its group and to everything it started.
 *
 * @param {number} leader
 * @param {NodeJS.Signals} signal
 */
export function endGroup(leader, signal) {
	try {
		if (onWindows) spawnSync('taskkill', ['/pid', String(leader), '/t', '/f']);
		else process.kill(-leader, signal);
	} catch {
		// Gone already: what was wanted.
	}
}

/** @param {number} leader */
export function groupLives(leader) {
	try {
		process.kill(onWindows ? leader : -leader, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
