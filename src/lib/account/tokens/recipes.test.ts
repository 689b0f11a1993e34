import { expect, it } from 'vitest';
import { recipeFor } from './recipes.ts';

const recipe = (target: Parameters<typeof recipeFor>[2]) =>
	recipeFor('http://hub.local:8080', 'mooring_secret', target);

it('switches a relay by curl with one request, whose address has no secret', () => {
	const { curl } = recipe({ kind: 'relay', device: 'a-b_c', relay: 2, on: false });
	expect(curl).toBe(
		[
			`curl -X PUT 'http://hub.local:8080/api/v1/devices/a-b_c/relays/2' \\`,
			`  -H 'Authorization: Bearer mooring_secret' \\`,
			`  -H 'Content-Type: application/json' \\`,
			`  -d '{"on":false}'`,
		].join('\n'),
	);
});

it('runs a scene, and tells a group whether it goes on or off', () => {
	expect(recipe({ kind: 'scene', scene: 'night', on: null }).curl).toContain(`-d '{"run":true}'`);
	const { curl, ios, android } = recipe({ kind: 'scene', scene: 'all', on: true });
	expect(curl).toContain(`curl -X POST 'http://hub.local:8080/api/v1/scenes/all/run'`);
	expect(ios).toContain('Method: POST');
	expect(ios).toContain('add Boolean: on = true');
	expect(android).toContain('type application/json: {"on":true}');
	for (const text of [ios, android]) expect(text).toContain('Authorization = Bearer mooring_secret');
});

it('reads without a body', () => {
	const { curl, ios, android } = recipe({ kind: 'read' });
	expect(curl).not.toContain('-d ');
	for (const text of [ios, android]) {
		expect(text).not.toContain('Body');
		expect(text.split('\n').map((line) => line.split('.')[0])).toEqual(text.split('\n').map((_, at) => String(at + 1)));
	}
});
