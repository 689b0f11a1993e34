/** One section of an ini file: its header and the lines below it, up to the next one. */
interface Section {
	/** "env:d1-mini"; empty for what stands before the first */
	name: string;
	lines: string[];
}

/**
 * platformio.ini with the environment of one board, and with `script` to be run by it; undefined where the board has none.
 * What is common to all boards stays as it is.
 */
export function iniForBoard(ini: string, board: string, script: string): string | undefined {
	const sections = sectionsOf(ini);
	const own = sections.find(({ name }) => name === `env:${board}`);
	if (!own) return undefined;
	const wanted = new Set([own.name, ...ancestors(own, sections)]);
	const kept = sections.filter(({ name }) => !name.startsWith('env:') || wanted.has(name));
	// PlatformIO takes one value of an option: the board's, then its ancestors', then that of [env].
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

/** Names of the sections it extends, and of those they extend. */
function ancestors(section: Section, sections: Section[], seen = new Set<string>()): string[] {
	const at = lineOf(section, 'extends');
	if (at < 0) return [];
	const named = section.lines[at]!.replace(/^[^=]*=/, '').split(',');
	return named
		.map((name) => name.trim())
		.filter((name) => name !== '' && !seen.has(name) && seen.add(name))
		.flatMap((name) => {
			const parent = sections.find((other) => other.name === name);
			return [name, ...(parent ? ancestors(parent, sections, seen) : [])];
		});
}

function lineOf({ lines }: Section, option: string): number {
	return lines.findIndex((line) => new RegExp(`^${option}\\s*=`).test(line));
}
