import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Names that a firmware pack and a backup take. */
const NAME = /^\w[\w.-]{0,47}$/;
/** A library may hold others, one folder below. */
const DEEPEST = 2;

/**
 * Copies under which terms others let their parts of the firmware be passed on: of the frameworks and of each board's
 * libraries. The Dockerfile does the same.
 */
export function copyLicences({ packages, libraries }, images) {
	const into = join(images, 'licences');
	const frameworks = namesIn(packages).filter((name) => name.startsWith('framework-arduino'));
	const found = [
		...frameworks.flatMap((name) => licencesIn(join(packages, name), name, 1)),
		...namesIn(libraries).flatMap((board) =>
			namesIn(join(libraries, board)).flatMap((name) => licencesIn(join(libraries, board, name), name, DEEPEST)),
		),
	];
	for (const { file, name } of found) {
		if (!NAME.test(name)) continue;
		mkdirSync(into, { recursive: true });
		copyFileSync(file, join(into, name));
	}
}

function licencesIn(folder, name, deep) {
	if (deep === 0) return [];
	const own = namesIn(folder).filter((file) => file.startsWith('LICENSE'));
	const below = deep > 1 ? namesIn(folder).filter((file) => !file.startsWith('LICENSE')) : [];
	return [
		...own.map((file) => ({ file: join(folder, file), name: `${name}-${file}` })),
		...below.flatMap((inner) => licencesIn(join(folder, inner), `${name}-${inner}`, deep - 1)),
	];
}

function namesIn(folder) {
	if (!existsSync(folder)) return [];
	try {
		return readdirSync(folder);
	} catch {
		return []; // a file
	}
}
