/** One section of an ini file: its header and the lines below it, up to the next one. */
interface Section {
	/** "env:d1-mini"; empty for the lines before the first header */
	name: string;
	lines: string[];
}

/** Sections that PlatformIO reads for every environment. */
const COMMON = ['', 'platformio', 'env'];

/**
 * platformio.ini with only the environment of one board and the sections it needs, and with `script` added to its
 * scripts; undefined if there is no environment for the board.
 */
export function iniForBoard(ini: string, board: string, script: string): string | undefined {
	const sections = sectionsOf(ini);
	const own = sections.find(({ name }) => name === `env:${board}`);
	if (!own) return undefined;
	const wanted = new Set([...COMMON, own.name, ...needed(own, sections)]);
	const kept = sections.filter(({ name }) => wanted.has(name));
	// PlatformIO uses the first value it finds: the board's, then that of sections it extends, then that of [env].
	const owner = [own, ...kept].find((section) => lineOf(section, 'extra_scripts') >= 0);
	if (owner) owner.lines.splice(lineOf(owner, 'extra_scripts') + 1, 0, `\t${script}`);
	else own.lines.splice(1, 0, 'extra_scripts =', `\t${script}`);
	for (const section of kept)
		if (section.name === 'platformio')
			section.lines = section.lines.map((line) => (/^default_envs\s*=/.test(line) ? `default_envs = ${board}` : line));
	return kept.flatMap(({ lines }) => lines).join('\n');
}

/** Whether it has an environment for the board. */
export function hasBoard(ini: string, board: string): boolean {
	return sectionsOf(ini).some(({ name }) => name === `env:${board}`);
}

function sectionsOf(ini: string): Section[] {
	const sections: Section[] = [{ name: '', lines: [] }];
	for (const line of ini.split(/\r?\n/)) {
		const name = /^\[([^\]]+)\]/.exec(line)?.[1];
		if (name !== undefined) sections.push({ name, lines: [] });
		sections.at(-1)!.lines.push(line);
	}
	return sections;
}

/** Names of the sections that this one extends or takes values from, and of those that they need in turn. */
function needed(section: Section, sections: Section[], seen = new Set<string>()): Set<string> {
	const at = lineOf(section, 'extends');
	const extended = at < 0 ? [] : section.lines[at]!.replace(/^[^=]*=/, '').split(',');
	const read = [...section.lines.join('\n').matchAll(/\$\{([^}.]+)\./g)].map(([, name]) => name!);
	for (const name of [...extended, ...read].map((name) => name.trim())) {
		const other = sections.find((one) => one.name === name);
		if (!other || seen.has(name)) continue;
		seen.add(name);
		needed(other, sections, seen);
	}
	return seen;
}

function lineOf({ lines }: Section, option: string): number {
	return lines.findIndex((line) => new RegExp(`^${option}\\s*=`).test(line));
}
