/** Builds and packs the package once per state of its sources: the tarball is what npm would publish. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, root, run } from '../setup.mjs';

const folder = join(root, '.cache', 'package');

/** What the tarball is made of. */
const SOURCES = ['core', 'nodes', 'credentials', 'templates', 'workflows', 'index.ts', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'README.md', 'scripts/build.mjs', 'scripts/buildDist.mjs', 'scripts/n8np.mjs'];

/**
 * @param {{ say?: (line: string) => void, rebuild?: boolean }} [options]
 * @returns {Promise<string>} path of the tarball
 */
export async function packPackage({ say = () => {}, rebuild = false } = {}) {
	const stampFile = join(folder, 'packed.json');
	const digest = digestOf();
	if (!rebuild && existsSync(stampFile)) {
		const stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
		if (stamp.digest === digest && existsSync(stamp.tarball)) return stamp.tarball;
	}
	say('Building the package …');
	await step('node', [join(root, 'scripts', 'build.mjs')], 'The package could not be built.');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const output = await step('npm', ['pack', '--silent', '--pack-destination', folder], 'The package could not be packed.');
	const tarball = join(folder, output.trim().split('\n').at(-1) ?? '');
	writeFileSync(stampFile, JSON.stringify({ digest, tarball }));
	return tarball;
}

/**
 * @param {string} command
 * @param {string[]} argumentList
 * @param {string} trouble
 */
async function step(command, argumentList, trouble) {
	const { code, output } = await run(command, argumentList, { quiet: true, env: environment() });
	if (code !== 0) throw new Error(`${trouble}\n${output}`);
	return output;
}

function digestOf() {
	const hash = createHash('sha256');
	for (const source of SOURCES) if (existsSync(join(root, source))) digestInto(hash, source);
	return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path relative to the root
 */
function digestInto(hash, path) {
	const full = join(root, path);
	if (statSync(full).isDirectory()) {
		for (const name of readdirSync(full).sort()) digestInto(hash, join(path, name));
	} else {
		hash.update(path).update('\0').update(readFileSync(full)).update('\0');
	}
}
