import { readdirSync, rmSync } from 'node:fs';
import { at } from './lib/root.mjs';

// For the container's image: removes what this platform does not load of the binary modules, and their sources.
const { platform, arch, versions } = process;
const own = `uws_${platform}_${arch}_${versions.modules}.node`;

keepOnly(
	'node_modules/uWebSockets.js',
	(name) => name === own || /^(package\.json|LICENSE|uws\.js|ESM_wrapper\.mjs)$/.test(name),
);
keepOnly('node_modules/sqlite3', (name) => /^(package\.json|LICENSE|lib|build)$/.test(name));
keepOnly('node_modules/sqlite3/build', (name) => name === 'Release');
keepOnly('node_modules/sqlite3/build/Release', (name) => name === 'node_sqlite3.node');

function keepOnly(folder, wanted) {
	const names = readdirSync(at(folder));
	for (const name of names.filter((name) => !wanted(name))) rmSync(at(folder, name), { recursive: true });
}
