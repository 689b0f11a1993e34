import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';

const SOURCES = join(import.meta.dirname, '../../..');
/** The global sheets and the most lines each may have; all other styles belong to components. */
const SHEETS = {
	tokens: 260,
	base: 214,
	layout: 135,
	button: 105,
	form: 85,
	note: 45,
	status: 35,
};
/** Components whose styles may match elements outside of them; a comment in each says why. */
const REACH_OUT = ['Combobox', 'Dialog', 'Frame', 'Notices', 'SaveBar', 'SceneEditor', 'WizardFoot'];

const read = (path: string) => readFileSync(join(SOURCES, path), 'utf8');
const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });
const components = files.filter((name) => name.endsWith('.svelte'));

it('only these sheets are global, and none exceeds its lines', () => {
	const imported = [...read('app.css').matchAll(/^@import '(.*)';$/gm)].map(([, path]) => path!);
	expect(imported).toEqual(Object.keys(SHEETS).map((name) => `./lib/ui/css/${name}.css`));
	expect(read('app.css').trim().split('\n')).toHaveLength(imported.length);
	expect(files.filter((name) => name.endsWith('.css')).sort()).toEqual(
		['app.css', ...imported.map((path) => path.slice('./'.length))].sort(),
	);
	for (const [name, most] of Object.entries(SHEETS))
		expect(read(`lib/ui/css/${name}.css`).split('\n').length, name).toBeLessThanOrEqual(most);
});

it('only the layout imports a sheet', () => {
	const importing = components.filter((name) => /import '[^']*\.css'/.test(read(name)));
	expect(importing).toEqual(['routes/+layout.svelte']);
});

it('components style their own elements, with few exceptions', () => {
	/** a selector without any part that is scoped to the component */
	const unbound = /^\s*:global\(.*\)(::?[\w-]+)*(,| \{)$/m;
	const reaching = components.filter((name) => unbound.test(styleOf(name)));
	expect(reaching.map((name) => basename(name, '.svelte')).sort()).toEqual(REACH_OUT);
	for (const name of components) expect(styleOf(name), name).not.toContain(':global {');
});

function styleOf(component: string): string {
	return /<style>[\s\S]*<\/style>/.exec(read(component))?.[0] ?? '';
}
