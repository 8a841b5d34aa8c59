/**
 * Ends processes when their owner is gone, however it ended: the owner holds this process's standard input open and writes
 * `+PID` and `-PID` lines; when the input ends, every process group still listed is ended. Started by processes.mjs.
 */
import { createInterface } from 'node:readline';
import { endGroup, groupLives } from './processGroup.mjs';

/** Milliseconds that processes get to end by themselves. */
const GRACE = 8000;

const groups = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

const input = createInterface({ input: process.stdin });
input.on('line', (line) => {
	const group = Number(line.slice(1));
	if (line.startsWith('+')) groups.add(group);
	else groups.delete(group);
});
input.on('close', async () => {
	for (const group of groups) endGroup(group, 'SIGTERM');
	const deadline = Date.now() + GRACE;
	while (Date.now() < deadline && [...groups].some(groupLives)) await new Promise((done) => setTimeout(done, 100));
	for (const group of groups) endGroup(group, 'SIGKILL');
	process.exit(0);
});
