import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { configTable } from '../hub/config-table.ts';

it('has the table of options that the hub knows', () => {
	const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
	const table = /<!-- config -->\n([\s\S]*?)<!-- \/?config -->/.exec(readme)?.[1];
	expect(table?.trim()).toBe(configTable());
});
