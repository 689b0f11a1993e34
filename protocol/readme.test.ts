import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ApiError } from './dashboard/errors.ts';
import { LiveEvent } from './dashboard/live.ts';

const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');

describe('protocol/README.md', () => {
	it('lists every type of event that a dashboard gets', () => {
		const list = /`event\.type` is one of ([^.]+)\./.exec(readme)?.[1] ?? '';
		const listed = [...list.matchAll(/`([a-z-]+)`/g)].map(([, type]) => type);
		const types = LiveEvent.options.map(({ shape }) => shape.type.value as string);
		expect(listed.sort()).toEqual(types.sort());
	});

	it('lists every code of an error', () => {
		const table = readme.slice(readme.indexOf('| status '), readme.indexOf('The routes, their bodies'));
		const codes = ApiError.shape.code.options;
		expect(codes.filter((code) => !table.includes(`\`${code}\``))).toEqual([]);
	});
});
