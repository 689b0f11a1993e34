import { afterEach, beforeEach, expect, it } from 'vitest';
import { personActor } from '../../base/actor.ts';
import { TestDevices } from '../../../test/harness/devices.ts';
import { Audit } from '../audit.ts';
import { csvFileName, exportCsv } from './export-csv.ts';

let devices: TestDevices;
let audit: Audit;

beforeEach(async () => {
	devices = await TestDevices.open();
	audit = await Audit.open(devices.options);
});
afterEach(() => devices.close());

it('sends an export of thousands in pieces, each entry once, newest first', async () => {
	for (let n = 0; n < 2_500; n++) {
		audit.record({
			what: n % 5 === 0 ? 'signed-in' : 'settings-changed',
			by: personActor({ id: null, name: `person ${n}` }),
		});
		devices.clock.advance(1_000);
	}
	const pieces: string[] = [];
	for await (const piece of exportCsv(audit, {})) {
		pieces.push(piece);
		audit.record({ what: 'hub-started' }); // whatever is added meanwhile is not in it
	}
	expect(pieces.map((piece) => piece.split('\r\n').length - 1)).toEqual([1, ...Array<number>(12).fill(200), 100]);
	const people = pieces
		.slice(1)
		.join('')
		.split('\r\n')
		.slice(0, -1)
		.map((line) => line.split(',')[5]!.slice(1, -1));
	expect(people).toEqual(Array.from({ length: 2_500 }, (_, n) => `person ${2_499 - n}`));
	let logins = '';
	for await (const piece of exportCsv(audit, { kind: 'security' })) logins += piece;
	expect(logins.split('\r\n')).toHaveLength(1 + 500 + 1);
});

it('writes time, names and details in words, and nothing that a spreadsheet would run', async () => {
	const pump = await devices.add('pump', '=HYPERLINK("http://evil.example")');
	audit.record({
		what: 'renamed',
		device: pump,
		by: personActor({ id: null, name: '@anna' }),
		details: { before: 'Pump, old', after: null },
	});
	const pieces: string[] = [];
	for await (const piece of exportCsv(audit, {})) pieces.push(piece);
	const [head, line] = pieces;
	expect(head!.charCodeAt(0)).toBe(0xfeff);
	expect(line).toMatch(
		/^"2026-01-01 00:00:00","device","renamed","'=HYPERLINK\(""http:\/\/evil\.example""\)","","'@anna","","before: Pump, old; after: –","pump","\d+"\r\n$/,
	);
	expect(csvFileName(devices.clock.now())).toBe('mooring-activity-2026-01-01.csv');
});
