import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const SOURCES = join(import.meta.dirname, '../..');
const idsIn = (file: string) => [...readFileSync(file, 'utf8').matchAll(/\bid="([\w-]+)"/g)].map(([, id]) => id!);

// Every page contains all icons. A heading with the id of an icon would give its section the empty name of the icon.
it('no page uses the id of an icon', () => {
	const icons = join(SOURCES, 'lib/ui/Icons.svelte');
	const taken = new Set(idsIn(icons));
	expect(taken.size).toBeGreaterThan(50);
	const pages = svelteFiles(SOURCES).filter((file) => file !== icons);
	expect(pages.flatMap((file) => idsIn(file).filter((id) => taken.has(id)))).toEqual([]);
});

function svelteFiles(folder: string): string[] {
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return names.filter((name) => name.endsWith('.svelte')).map((name) => join(folder, name));
}
