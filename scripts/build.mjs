/** `npm run build` on a fresh clone: installs what is needed, then builds dist/ with the Node that the repository pins. */
import { ensureDependencies, environment, run } from './setup.mjs';

await ensureDependencies();
const { code } = await run('node', ['scripts/buildDist.mjs'], { env: environment() });
process.exit(code);
